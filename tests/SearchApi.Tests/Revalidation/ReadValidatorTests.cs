using System.Net.Http.Headers;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Revalidation;

public sealed class ReadValidatorTests(ReadSite read) : IClassFixture<ReadSite>
{
    public static TheoryData<string> Reads =>
    [
        "/api/v1/courses?q=Python", "/api/v1/courses/prometheus.DC101", "/api/v1/courses/prometheus.DC101?lang=en", "/api/v1/courses/prometheus.DC101/similar", "/api/v1/suggest?q=M",
        "/api/v1/courses?format=csv", "/api/v1/courses/prometheus.DC101?format=ris", "/api/v1/feed", "/api/v1/competences", "/api/v1/sources", "/api/v1/places", "/api/v1/changes", "/api/v1/dump",
        "/openapi/v1.json", "/robots.txt", "/sitemap.xml", "/sitemaps/1.xml", "/opensearch.xml", "/", "/?q=Python&lang=en", "/courses/prometheus.DC101", "/competences", "/places", "/sources",
        "/api/v1/moochub/courses", "/api/v1/amb", "/api/v1/opds", "/api/v1/oembed?url=http%3A%2F%2Flocalhost%2Fcourses%2Fprometheus.DC101", "/api/v1/feed?format=ical", "/api/v1/coverage", "/sru?version=1.2&operation=searchRetrieve&query=python", "/widget",
    ];

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Every_read_has_a_tag_and_is_not_sent_twice(string address)
    {
        using var first = await read.Site.GetAsync(address);

        using var again = await AskAsync(read.Site, address, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var any = await AskAsync(read.Site, address, request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));
        using var other = await AskAsync(read.Site, address, request => request.Headers.IfNoneMatch.Add(new("\"of-another\"")));
        using var head = await AskAsync(read.Site, address, _ => { }, HttpMethod.Head);

        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.NotNull(first.Headers.CacheControl);
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Contains("Accept-Encoding", first.Headers.Vary);
        Assert.Equal((304, 304, 200, 200), ((int)again.StatusCode, (int)any.StatusCode, (int)other.StatusCode, (int)head.StatusCode));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(first.Headers.ETag, head.Headers.ETag);
        Assert.Equal(first.Headers.CacheControl!.ToString(), again.Headers.CacheControl!.ToString());
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/api/v1/moochub/courses")]
    [InlineData("/api/v1/opds")]
    [InlineData("/api/v1/courses?format=marc")]
    [InlineData("/widget.js")]
    public async Task What_is_worth_it_is_packed(string address)
    {
        await using var site = await SampleSite.SharedAsync();

        using var packed = await AskAsync(site, address, request => request.Headers.AcceptEncoding.Add(new("br")));

        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Each_coding_has_a_tag_of_its_own_and_every_one_is_known_again(string coding)
    {
        await using var site = await SampleSite.StartAsync();
        using var plain = await site.GetAsync("/api/v1/courses");

        using var packed = await AskAsync(site, "/api/v1/courses", request => request.Headers.AcceptEncoding.Add(new(coding)));
        using var again = await AskAsync(site, "/api/v1/courses", request =>
        {
            request.Headers.AcceptEncoding.Add(new(coding));
            request.Headers.IfNoneMatch.Add(packed.Headers.ETag!);
        });

        Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
        Assert.Equal($"{plain.Headers.ETag!.Tag[..^1]}-{coding}\"", packed.Headers.ETag!.Tag);
        Assert.Equal((304, packed.Headers.ETag.Tag), ((int)again.StatusCode, again.Headers.ETag!.Tag));
        Assert.True((await packed.Content.ReadAsByteArrayAsync()).Length < (await plain.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task The_tag_changes_when_the_answer_does_and_only_then()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var before = await TagsAsync(real.Site);

        await real.HarvestAgainAsync("many", [.. SampleCourses.Many(1)]);
        var after = await TagsAsync(real.Site);

        Assert.NotEqual(before[0], after[0]);
        Assert.NotEqual(before[1], after[1]);
        Assert.Equal(before[2..], after[2..]);
    }

    [Fact]
    public async Task Languages_and_parameters_have_tags_of_their_own()
    {
        await using var site = await SampleSite.SharedAsync();
        var tags = new List<string>();
        foreach (var address in new[] { "/", "/?lang=en", "/?q=Python", "/api/v1/courses", "/api/v1/courses?lang=en", "/api/v1/courses?limit=1", "/api/v1/courses?fields=title" })
        {
            using var answer = await site.GetAsync(address);
            tags.Add(answer.Headers.ETag!.Tag);
        }

        Assert.Equal(tags.Distinct(), tags);
    }

    [Fact]
    public async Task A_date_alone_is_enough_from_the_second_after_the_change_on()
    {
        var clock = new ManualClock();
        await using var site = await SampleSite.StartAsync(clock: clock);
        clock.Pass(TimeSpan.FromMilliseconds(200));
        using var first = await site.GetAsync("/api/v1/courses");
        using var within = await SinceAsync(site, first.Content.Headers.LastModified!.Value);
        clock.Pass(TimeSpan.FromSeconds(2));
        using var later = await site.GetAsync("/api/v1/courses");

        using var known = await SinceAsync(site, later.Content.Headers.LastModified!.Value);
        using var mixed = await AskAsync(site, "/api/v1/courses", request =>
        {
            request.Headers.IfModifiedSince = later.Content.Headers.LastModified;
            request.Headers.IfNoneMatch.Add(new("\"of-another\""));
        });

        Assert.Equal((200, 304, 200), ((int)within.StatusCode, (int)known.StatusCode, (int)mixed.StatusCode));
        Assert.True(first.Content.Headers.LastModified < later.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData("/api/v1/courses?x=1")]
    [InlineData("/api/v1/courses/prometheus.NONE")]
    [InlineData("/nothing")]
    [InlineData("/courses/prometheus.OLD1")]
    public async Task A_refusal_has_no_tag(string address)
    {
        await using var site = await SampleSite.SharedAsync();

        using var answer = await AskAsync(site, address, request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Null(answer.Headers.ETag);
    }

    private static Task<HttpResponseMessage> SinceAsync(SampleSite site, DateTimeOffset date) => AskAsync(site, "/api/v1/courses", request => request.Headers.IfModifiedSince = date);

    private static async Task<List<string>> TagsAsync(SampleSite site)
    {
        var tags = new List<string>();
        foreach (var address in new[] { "/api/v1/courses", "/", "/api/v1/courses/prometheus.DC101", "/api/v1/courses?q=Python", "/opensearch.xml" })
        {
            using var answer = await site.GetAsync(address);
            tags.Add(answer.Headers.ETag!.Tag);
        }
        return tags;
    }

    private static async Task<HttpResponseMessage> AskAsync(SampleSite site, string address, Action<HttpRequestMessage> more, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(address, UriKind.Relative));
        more(request);
        return await site.Client.SendAsync(request);
    }
}
