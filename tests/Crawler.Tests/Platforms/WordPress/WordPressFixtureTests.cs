using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.WordPress;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

/// <summary>Every folder under <c>fixtures</c>: read as it is, and read broken.</summary>
public sealed class WordPressFixtureTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;

    public static TheoryData<string> Fixtures => Fixture.All("WordPress");

    [Theory, MemberData(nameof(Fixtures))]
    public void An_answer_is_read_as_expected(string name)
    {
        var fixture = Fixture.Load("WordPress", name);
        fixture.Expect(Read(fixture, fixture.Page()));
    }

    [Theory, MemberData(nameof(Fixtures))]
    public async Task A_broken_answer_is_read_or_refused(string name)
    {
        output.WriteLine($"Seed {Seed}.");
        var fixture = Fixture.Load("WordPress", name);
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
        var fixture = Fixture.Load("WordPress", name);
        foreach (var body in fixture.Broken(Seed).Prepend(fixture.Body))
        {
            var portal = Portal.Everywhere(body, fixture.ContentType);
            var thrown = await Record.ExceptionAsync(() => Harvested.Of(new WordPressPlatform(), Portal.Source("wordpress"), portal).WaitAsync(TimeSpan.FromMinutes(1)));
            Assert.True(thrown is null or ListingUnreliableException, $"{thrown}");
            Assert.InRange(portal.Asked.Count, 1, 50);
        }
    }

    private static object? Read(Fixture fixture, Page page)
    {
        using var json = Answers.Json(page);
        return fixture.Reader switch
        {
            "posts" => WordPressReader.Posts(json.RootElement, page.Address),
            "categories" => WordPressReader.Categories(json.RootElement),
            "error" => WordPressReader.Error(json.RootElement),
            _ => throw new InvalidOperationException($"{fixture.Name}: there is no reader «{fixture.Reader}»."),
        };
    }
}
