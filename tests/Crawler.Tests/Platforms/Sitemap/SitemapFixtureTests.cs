using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Sitemap;

/// <summary>Every folder under <c>fixtures</c>: read as it is, and read broken.</summary>
public sealed class SitemapFixtureTests(ITestOutputHelper output)
{
    private const int Seed = 20261122;

    public static TheoryData<string> Fixtures => Fixture.All("Sitemap");

    [Theory, MemberData(nameof(Fixtures))]
    public void An_answer_is_read_as_expected(string name)
    {
        var fixture = Fixture.Load("Sitemap", name);
        fixture.Expect(Read(fixture, fixture.Page()));
    }

    [Theory, MemberData(nameof(Fixtures))]
    public async Task A_broken_answer_is_read_or_refused(string name)
    {
        output.WriteLine($"Seed {Seed}.");
        var fixture = Fixture.Load("Sitemap", name);
        foreach (var body in fixture.Broken(Seed))
        {
            var reading = Task.Run(() => Record.Exception(() => Read(fixture, fixture.Page(body))));
            var thrown = await reading.WaitAsync(TimeSpan.FromMinutes(1));
            Assert.True(thrown is null or ListingUnreliableException, $"{thrown}");
        }
    }

    [Theory, MemberData(nameof(Fixtures))]
    public async Task A_portal_that_answers_everything_with_one_broken_answer_ends(string name)
    {
        output.WriteLine($"Seed {Seed}.");
        var fixture = Fixture.Load("Sitemap", name);
        foreach (var body in fixture.Broken(Seed).Prepend(fixture.Body))
        {
            var portal = Portal.Everywhere(body, fixture.ContentType);
            var thrown = await Record.ExceptionAsync(() => Harvested.Of(new SitemapPlatform(), Portal.Source("sitemap"), portal).WaitAsync(TimeSpan.FromMinutes(1)));
            Assert.True(thrown is null or ListingUnreliableException, $"{thrown}");
            Assert.InRange(portal.Asked.Count, 1, 50);
        }
    }

    private static object? Read(Fixture fixture, Page page) => fixture.Reader switch
    {
        "sitemap" => SitemapReader.Read(page),
        "page" => CoursePageReader.Read(page, fixture.Name, anyPage: false),
        "any-page" => CoursePageReader.Read(page, fixture.Name, anyPage: true),
        _ => throw new InvalidOperationException($"{fixture.Name}: there is no reader «{fixture.Reader}»."),
    };
}
