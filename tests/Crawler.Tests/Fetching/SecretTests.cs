using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class SecretTests
{
    private const string Token = "0123456789abcdef";

    [Theory]
    [InlineData("https://x/ws?wstoken=0123456789abcdef&wsfunction=f", "https://x/ws?wstoken=TOKEN&wsfunction=f")]
    [InlineData("https://x/f.png?token=0123456789abcdef", "https://x/f.png?token=TOKEN")]
    [InlineData("https://x/?a=1&access_token=0123456789abcdef#b", "https://x/?a=1&access_token=TOKEN#b")]
    [InlineData("https://x/?sesskey=AbC&info=f", "https://x/?sesskey=TOKEN&info=f")]
    [InlineData("https://me:pass@x/a", "https://x/a")]
    [InlineData("https://x/?resumptionToken=abc", "https://x/?resumptionToken=abc")]
    [InlineData("https://x/?q=%D0%BA%D1%83%D1%80%D1%81", "https://x/?q=%D0%BA%D1%83%D1%80%D1%81")]
    public void Secrets_in_an_address_are_masked_and_nothing_else(string address, string safe) => Assert.Equal(safe, SafeAddress.Of(new Uri(address)));

    [Fact]
    public async Task A_token_is_in_no_log_line_and_no_message()
    {
        using var logs = new WrittenLines();
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/down" ? 500 : 302;
            context.Response.Headers.Location = context.Request.Path == "/down" ? "" : "ftp://x/?token=" + Token;
            return Task.CompletedTask;
        });
        using var fetcher = LoopbackPortal.Fetchers(logs: logs).For(portal.Source());
        foreach (var path in new[] { "/down", "/moved" })
        {
            var page = await fetcher.FetchAsync(new(portal.At($"{path}?wstoken={Token}")), CancellationToken.None);
            Assert.NotNull(page.Failure);
            Assert.DoesNotContain(Token, page.Failure.Message, StringComparison.Ordinal);
        }
        Assert.Contains(logs.Written, line => line.Contains("wstoken=TOKEN", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Written, line => line.Contains(Token, StringComparison.Ordinal));
    }
}
