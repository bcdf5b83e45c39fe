using System.Net;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Through;

public sealed class AnyTextTests
{
    [Fact]
    public async Task Any_text_is_answered_or_refused_with_a_reason()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var random = new Random(20261122);
        string[] pieces = ["\"", "«", "»", "-", "*", " OR ", "АБО", "|", "(", ")", "-(", "назва:", "мова:", "мова:uk", "level:", "платформа:\"", "рівень:базовий", "1.2", "медіа", "\u0301", "😀", "\u202e", "ґ", " ", "\t", "'", ":", ",", "%", "+"];
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => random.Next(4) == 0 ? new System.Text.Rune(Any(random)).ToString() : pieces[random.Next(pieces.Length)]));
            using var answer = await real.Site.GetAsync($"/api/v1/courses?q={Uri.EscapeDataString(text)}&explain={(i % 7 == 0 ? "true" : "false")}");

            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{(int)answer.StatusCode}: {text}");
            refused += answer.StatusCode == HttpStatusCode.BadRequest ? 1 : 0;
            if (answer.StatusCode == HttpStatusCode.BadRequest)
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.InRange(refused, 1, 299);
    }

    private static int Any(Random random)
    {
        var value = random.Next(0x10_FFFF);
        return value is >= 0xD800 and <= 0xDFFF ? 'я' : value;
    }
}
