using System.Net;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Oai;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Oai;

/// <summary>Every single answer beside the recorded repository, real and hand-written, good and malformed: read as what it is, or refused with a reason.</summary>
public sealed partial class OaiCaptureTests(ITestOutputHelper output)
{
    // What servers send that is no answer of the protocol.
    private static readonly string[] NoAnswers = ["http-503-retry-after", "search-rss", "sitemap"];

    [Theory]
    [InlineData("oai/eprints")]
    [InlineData("oai/eprints/day2")]
    [InlineData("oai/handwritten-dspace-style")]
    public void Every_answer_is_an_error_by_its_code_or_holds_what_stands_in_it(string folder)
    {
        if (Workspace.Captures(folder) is not { } path)
        {
            output.WriteLine($"Passed without a check: the recordings captures/{folder} are not beside the working copy.");
            return;
        }

        var read = 0;
        foreach (var file in Directory.GetFiles(path, "*.xml"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var bytes = File.ReadAllBytes(file);
            var answer = Read(bytes, out var refusal);
            if (NoAnswers.Contains(name))
            {
                Assert.True(answer is null, name);
                continue;
            }

            Assert.True(answer is not null, $"{name}: {refusal}");
            read++;
            var text = PageText.Decode(bytes, "text/xml").Text;
            Assert.Equal(
                (name, string.Join(' ', ErrorCode().Matches(text).Select(code => code.Groups[1].Value).Order())),
                (name, string.Join(' ', answer.Errors.Select(error => error.Code).Order())));
            Assert.Equal((name, RecordStart().Count(text)), (name, answer.Records.Count));
            Assert.Equal((name, DeletedHeader().Count(text)), (name, answer.Records.Count(record => record.IsDeleted) + DeletedIn(answer, text)));
            Assert.Equal((name, SetStart().Count(text)), (name, answer.Sets.Count));
            Assert.Equal((name, FormatStart().Count(text)), (name, answer.Formats.Count));
        }

        output.WriteLine($"{read} answers read.");
        Assert.True(read > 0);
    }

    // Headers of a list of identifiers have no record round them.
    private static int DeletedIn(OaiAnswer answer, string text) => answer.Identifiers.Count > 0 ? DeletedHeader().Count(text) : 0;

    private static OaiAnswer? Read(byte[] bytes, out string? refusal)
    {
        var address = new Uri("https://repo.example/oai");
        try
        {
            refusal = null;
            return OaiReader.Read(XmlText.Document(new Page { Request = new PageRequest(address), Address = address, Status = HttpStatusCode.OK, Body = bytes, ContentType = "text/xml" }));
        }
        catch (ListingUnreliableException e)
        {
            refusal = e.Message;
            return null;
        }
    }

    [GeneratedRegex("<error code=[\"'](\\w*)[\"']")]
    private static partial Regex ErrorCode();

    [GeneratedRegex("<record>")]
    private static partial Regex RecordStart();

    [GeneratedRegex("<header status=[\"']deleted[\"']")]
    private static partial Regex DeletedHeader();

    [GeneratedRegex("<set>")]
    private static partial Regex SetStart();

    [GeneratedRegex("<metadataFormat>")]
    private static partial Regex FormatStart();
}
