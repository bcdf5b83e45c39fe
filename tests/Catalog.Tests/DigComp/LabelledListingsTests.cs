using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using Xunit.Abstractions;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class LabelledListingsTests(ITestOutputHelper output)
{
    private sealed record Listing(string Id, string Title, string Summary, string Lang, string[] Competences, string? Primary);

    [Fact]
    public void Evidence_is_the_very_text_it_points_at()
    {
        foreach (var listing in Read())
        {
            // The same words in every field, and pieces put together that no portal would.
            var text = new TaggedText(listing.Title, HtmlText.ToText(listing.Summary), "🔥 " + string.Join("\n", listing.Summary.Split(' ').Reverse()));
            foreach (var assignment in ProjectFiles.Tagger.Tag(text).Competences)
            {
                Assert.NotEmpty(assignment.Evidence);
                Assert.All(assignment.Evidence, evidence =>
                {
                    var field = evidence.Field switch { "title" => text.Title, "summary" => text.Summary, _ => text.Description };
                    Assert.Equal(field.Substring(evidence.Start, evidence.Length), evidence.Text);
                });
            }
        }
    }

    [Fact]
    public void Digital_or_not_is_mostly_right()
    {
        var listings = Read();
        var right = listings.Count(listing => Tag(listing).Competences.Count > 0 == listing.Competences.Length > 0);

        output.WriteLine($"{right} of {listings.Count}");
        Assert.True(listings.Count == 0 || right >= 0.92 * listings.Count, $"{right} of {listings.Count}");
    }

    [Fact]
    public void The_primary_competence_is_mostly_right()
    {
        var listings = Read();
        var right = listings.Count(listing => Tag(listing).Primary == listing.Primary);

        Assert.True(listings.Count == 0 || right >= 0.85 * listings.Count, $"{right} of {listings.Count}");
    }

    private static Tagging Tag(Listing listing) => ProjectFiles.Tagger.Tag(new(listing.Title, HtmlText.ToText(listing.Summary)));

    private List<Listing> Read()
    {
        var file = Path.Combine(ProjectFiles.Root, "tests", "Quality", "data", "labelled-courses-dev.jsonl");
        if (!File.Exists(file))
        {
            output.WriteLine($"{file} is not here, so nothing is measured.");
            return [];
        }

        return [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Listing>(line, Wire.Json)!)];
    }
}
