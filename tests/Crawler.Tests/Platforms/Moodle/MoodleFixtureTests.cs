using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Platforms.Moodle.WebService;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Moodle;

/// <summary>Every folder under <c>fixtures</c>: read as it is, and read broken.</summary>
public sealed class MoodleFixtureTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;

    public static TheoryData<string> Fixtures => Fixture.All("Moodle");

    [Theory, MemberData(nameof(Fixtures))]
    public void A_page_is_read_as_expected(string name)
    {
        var fixture = Fixture.Load("Moodle", name);
        fixture.Expect(Read(fixture, fixture.Page()));
    }

    [Theory, MemberData(nameof(Fixtures))]
    public async Task A_broken_page_is_read_or_refused(string name)
    {
        output.WriteLine($"Seed {Seed}.");
        var fixture = Fixture.Load("Moodle", name);
        foreach (var body in fixture.Broken(Seed))
        {
            var reading = Task.Run(() => Record.Exception(() => Read(fixture, fixture.Page(body))));
            var thrown = await reading.WaitAsync(TimeSpan.FromMinutes(1));
            Assert.True(thrown is null or ListingUnreliableException, $"{thrown}");
        }
    }

    [Theory, MemberData(nameof(Fixtures))]
    public async Task A_portal_that_answers_everything_with_one_broken_page_ends(string name)
    {
        output.WriteLine($"Seed {Seed}.");
        var fixture = Fixture.Load("Moodle", name);
        var isService = fixture.ContentType == "application/json";
        var source = Portal.Source("moodle") with { TokenVariable = isService ? "T" : null };
        foreach (var body in fixture.Broken(Seed).Where((_, i) => i % 6 == 0).Prepend(fixture.Body))
        {
            var portal = Portal.Everywhere(body, fixture.ContentType);
            var thrown = await Record.ExceptionAsync(() => Harvested.Of(new MoodlePlatform(_ => "secret"), source, portal).WaitAsync(TimeSpan.FromMinutes(1)));
            Assert.True(thrown is null or ListingUnreliableException, $"{thrown}");
            Assert.InRange(portal.Asked.Count, 1, 200);
        }
    }

    private static object? Read(Fixture fixture, Page page)
    {
        if (fixture.Reader == "page") return MoodlePageReader.Read(PageText.Decode(page).Text, page.Address, "uk");
        using var json = Answers.Json(page);
        return fixture.Reader switch
        {
            "courses" => MoodleServiceReader.Courses(json.RootElement, page.Address, "uk"),
            "categories" => MoodleServiceReader.Categories(json.RootElement, "uk"),
            "methods" => MoodleServiceReader.EnrolmentMethods(json.RootElement),
            "error" => MoodleServiceReader.Error(json.RootElement),
            _ => throw new InvalidOperationException($"{fixture.Name}: there is no reader «{fixture.Reader}»."),
        };
    }
}
