using System.Net;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Network;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class RedirectsTests
{
    [Theory]
    [InlineData("https://portal.example/a", "http://portal.example/a", FailureKind.ForbiddenAddress)]
    [InlineData("https://portal.example/a", "javascript:alert(1)", FailureKind.BrokenAnswer)]
    [InlineData("https://portal.example/a", "http://", FailureKind.BrokenAnswer)]
    [InlineData("http://portal.example/a", "https://portal.example/a", null)]
    [InlineData("https://portal.example/a", "//other.example/b", null)]
    [InlineData("https://portal.example/a", "b?c=d", null)]
    public void Only_web_addresses_that_are_no_less_safe_are_followed(string from, string location, FailureKind? failure)
    {
        var answer = new Answer { Status = HttpStatusCode.Found, Headers = new Dictionary<string, string> { ["Location"] = location } };
        var (next, wrong) = Redirects.Follow(new(new Uri(from), "text/html"), answer, hops: 0, new FetchSettings());
        Assert.Equal(failure, wrong?.Kind);
        Assert.Equal(failure is null, next is not null);
    }

    [Fact]
    public void An_answer_without_a_location_leads_nowhere() =>
        Assert.Equal((null, null), Redirects.Follow(new(new Uri("https://x/"), "*/*"), new Answer { Status = HttpStatusCode.Found }, 0, new FetchSettings()));
}
