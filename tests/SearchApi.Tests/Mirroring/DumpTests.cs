using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Mirroring;

public sealed class DumpTests
{
    [Fact]
    public async Task An_old_dump_and_the_changes_after_it_are_the_catalogue()
    {
        IReadOnlyList<CatalogCourse> prometheus = [.. SampleCourses.All.Where(known => known.Course.Source == "prometheus")];
        await using var real = await RealSite.StartAsync([.. SampleCourses.All, .. SampleCourses.Many(30)]);
        var mirror = new Mirror(real.Site);
        await mirror.TakeDumpAsync();
        var before = mirror.Courses.Values.ToList();

        await real.HarvestAgainAsync("prometheus", [prometheus[0] with { Course = prometheus[0].Course with { Title = "Інша назва" } }]);
        await real.HarvestAgainAsync("prometheus", [prometheus[0]]);
        await real.HarvestAgainAsync("many", [.. SampleCourses.Many(33).Skip(2)]);
        await mirror.FollowAsync();

        var whole = new Mirror(real.Site);
        await whole.FollowAsync(limit: 1000);
        Assert.Equal(whole.Courses, mirror.Courses);
        Assert.NotEqual(before, mirror.Courses.Values);
    }

    [Fact]
    public async Task Plain_and_packed_lines_agree_with_their_checksums()
    {
        await using var real = await RealSite.StartAsync([.. SampleCourses.Many(200)]);

        var plain = await real.Site.Client.GetByteArrayAsync(new Uri("/api/v1/dump", UriKind.Relative));
        using var packed = await PackedAsync(real.Site);
        var sums = await real.Site.Client.GetStringAsync(new Uri("/api/v1/dump.sha256", UriKind.Relative));

        var octets = await packed.Content.ReadAsByteArrayAsync();
        using var unpacked = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(octets), CompressionMode.Decompress))
            await gzip.CopyToAsync(unpacked);
        Assert.Equal(plain, unpacked.ToArray());
        Assert.Equal($"{Sum(plain)}  courses-200.ndjson\n{Sum(octets)}  courses-200.ndjson.gz\n", sums);
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(octets))}:", Assert.Single(packed.Headers.GetValues("Repr-Digest")));
        Assert.Equal(("200", "200"), (Assert.Single(packed.Headers.GetValues("X-Total-Count")), Assert.Single(packed.Headers.GetValues("X-Catalogue-Revision"))));
        Assert.True(octets.Length * 5 < plain.Length);
    }

    [Fact]
    public async Task A_dump_that_somebody_has_is_not_sent_again_and_one_that_broke_off_goes_on()
    {
        await using var real = await RealSite.StartAsync([.. SampleCourses.Many(50)]);
        using var first = await PackedAsync(real.Site);
        var octets = await first.Content.ReadAsByteArrayAsync();

        using var again = await PackedAsync(real.Site, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var rest = await PackedAsync(real.Site, request =>
        {
            request.Headers.Range = new RangeHeaderValue(100, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(first.Headers.ETag!);
        });

        Assert.Equal(304, (int)again.StatusCode);
        Assert.Equal(206, (int)rest.StatusCode);
        Assert.Equal(octets[100..], await rest.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Many_who_ask_at_once_share_one_dump()
    {
        await using var real = await RealSite.StartAsync([.. SampleCourses.Many(100)]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PackedAsync(real.Site)));

        Assert.Single(answers.Select(answer => answer.Headers.ETag!.Tag).Distinct());
        Assert.All(answers, answer => Assert.Equal(answers[0].Content.Headers.LastModified, answer.Content.Headers.LastModified));
        foreach (var answer in answers)
            answer.Dispose();
    }

    private static string Sum(byte[] octets) => Convert.ToHexStringLower(SHA256.HashData(octets));

    private static async Task<HttpResponseMessage> PackedAsync(SampleSite site, Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/dump");
        request.Headers.AcceptEncoding.Add(new("gzip"));
        more?.Invoke(request);
        return await site.Client.SendAsync(request);
    }
}
