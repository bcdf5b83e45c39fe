using System.Text.Json;
using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Diia;
using DcCourseIndex.Crawler.Platforms.Calendar;
using DcCourseIndex.Crawler.Platforms.Feeds;
using DcCourseIndex.Crawler.Platforms.Folder;
using DcCourseIndex.Crawler.Platforms.MoocHub;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Platforms.Moodle.WebService;
using DcCourseIndex.Crawler.Platforms.Oai;
using DcCourseIndex.Crawler.Platforms.OpenEdx;
using DcCourseIndex.Crawler.Platforms.Prometheus;
using DcCourseIndex.Crawler.Platforms.Recipe;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Platforms.Sites;
using DcCourseIndex.Crawler.Platforms.WordPress;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Tests.Platforms.Recipe;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>How the fixtures of one platform are read. A whole run asks at most <paramref name="MostAsked"/> times, and is tried with every <paramref name="OneOf"/>th broken answer.</summary>
internal sealed record FixtureReading(ICoursePlatform Platform, Func<Fixture, Page, object?> Read, int MostAsked = 50, int OneOf = 1)
{
    /// <summary>By the folder of the platform.</summary>
    public static readonly IReadOnlyDictionary<string, FixtureReading> All = new Dictionary<string, FixtureReading>(StringComparer.Ordinal)
    {
        ["Calendar"] = new(new CalendarPlatform(TimeProvider.System), (_, page) => CalendarCourses.Of(CalendarReader.Read(page), page.Address, Earlier.FirstNight.AddHours(20), [])),
        ["Feeds"] = new(new FeedPlatform(), Feeds),
        ["Folder"] = new(new FolderPlatform(), (fixture, page) => FolderReading.RowsAsync(new PortalFile(fixture.Name, () => new MemoryStream(page.Body.ToArray()), null), CancellationToken.None).ToBlockingEnumerable().ToList()),
        ["MoocHub"] = new(new MoocHubPlatform(), (fixture, page) => Json(page, root => MoocHubReader.Read(root, page.ContentType, page.Address, "uk"))),
        ["Moodle"] = new(new MoodlePlatform(_ => "secret"), Moodle, MostAsked: 200, OneOf: 6),
        ["Oai"] = new(new OaiPlatform(), Oai),
        ["OpenEdx"] = new(new OpenEdxPlatform(), OpenEdx),
        ["Prometheus"] = new(new PrometheusPlatform(), Prometheus),
        ["Diia"] = new(new DiiaPlatform(), Diia),
        ["Recipe"] = new(new RecipePlatform(), RecipeFixture.Read, MostAsked: 100),
        ["Sitemap"] = new(new SitemapPlatform(), Sitemap),
        ["WordPress"] = new(new WordPressPlatform(), WordPress),
    };

    /// <summary>Moodle's web service is asked with a token.</summary>
    public SourceDefinition Source(Fixture fixture) => Platform is RecipePlatform
        ? RecipeFixture.Source(fixture)
        : Portal.Source(Platform.Name) with { TokenVariable = Platform is MoodlePlatform && fixture.ContentType == "application/json" ? "T" : null };

    private static object? Moodle(Fixture fixture, Page page) => fixture.Reader == "page"
        ? MoodlePageReader.Read(PageText.Decode(page).Text, page.Address, "uk")
        : Json(page, root => fixture.Reader switch
        {
            "courses" => MoodleServiceReader.Courses(root, page.Address, "uk"),
            "categories" => MoodleServiceReader.Categories(root, "uk"),
            "methods" => MoodleServiceReader.EnrolmentMethods(root),
            "error" => MoodleServiceReader.Error(root),
            _ => throw Unknown(fixture),
        });

    private static object? Oai(Fixture fixture, Page page)
    {
        var answer = OaiReader.Read(XmlText.Document(page));
        return fixture.Reader switch
        {
            "answer" => answer,
            "listings" => answer?.Records.Select(record => OaiListing.Of(record, Portal.Source("oai") with { Address = fixture.Address })),
            _ => throw Unknown(fixture),
        };
    }

    private static object? Feeds(Fixture fixture, Page page)
    {
        var document = FeedReader.Read(page);
        return fixture.Reader == "feed" ? document : document.Entries.Select(entry => FeedListing.Of(entry, []));
    }

    private static object? OpenEdx(Fixture fixture, Page page) => fixture.Reader switch
    {
        "cards" => Html(page, document => OpenEdxCards.Read(document, page.Address)),
        "about" => Html(page, document => OpenEdxAboutReader.Read(document, page.Address)),
        _ => Json(page, root => fixture.Reader switch
        {
            "page" => OpenEdxReader.Page(root, page.Address),
            "overview" => OpenEdxReader.Overview(root),
            "search" => OpenEdxSearchReader.Page(root, page.Address),
            "token" => OpenEdxSearchReader.FormToken(root),
            _ => throw Unknown(fixture),
        }),
    };

    private static object? Prometheus(Fixture fixture, Page page) => fixture.Reader switch
    {
        "cards" => Html(page, document => Found(PrometheusCards.Reading, document, page)),
        "page" => PrometheusPage.Read(page, fixture.Name),
        _ => throw Unknown(fixture),
    };

    private static object? Diia(Fixture fixture, Page page) => fixture.Reader switch
    {
        "cards" => Html(page, document => Found(DiiaCards.Reading, document, page)),
        "page" => DiiaPage.Read(page, fixture.Name),
        _ => throw Unknown(fixture),
    };

    // Where the list leads from its first page, and from a third page on which nothing is new.
    private static object Found(CardReading reading, IHtmlDocument document, Page page) =>
        new { Cards = reading.Read(document, page.Address), NextAfterNews = reading.Next(document, page.Address, 1, 1), NextWithoutNews = reading.Next(document, page.Address, 3, 0) };

    private static object? Sitemap(Fixture fixture, Page page) => fixture.Reader switch
    {
        "sitemap" => SitemapReader.Read(page),
        "page" => CoursePageReader.Read(page, fixture.Name, anyPage: false),
        "pages" => CoursePageReader.ReadAll(page, fixture.Name, anyPage: false),
        "any-page" => CoursePageReader.Read(page, fixture.Name, anyPage: true),
        _ => throw Unknown(fixture),
    };

    private static object? WordPress(Fixture fixture, Page page) => Json(page, root => fixture.Reader switch
    {
        "posts" => WordPressReader.Posts(root, page.Address),
        "listings" => WordPressReader.Posts(root, page.Address)?.Select(post => WordPressListings.Of(post)),
        "types" => WordPressReader.Types(root),
        "categories" => WordPressReader.Categories(root),
        "error" => WordPressReader.Error(root),
        _ => throw Unknown(fixture),
    });

    private static object? Json(Page page, Func<JsonElement, object?> read)
    {
        using var json = Answers.Json(page);
        return read(json.RootElement);
    }

    private static object? Html(Page page, Func<IHtmlDocument, object?> read)
    {
        using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
        return read(document);
    }

    private static InvalidOperationException Unknown(Fixture fixture) => new($"{fixture.Name}: there is no reader «{fixture.Reader}».");
}
