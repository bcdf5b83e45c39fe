using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.OpenEdx;
using DcCourseIndex.Crawler.Tests.Fetching;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Platforms.OpenEdx;

/// <summary>Whole runs over real HTTP against small portals with the manners of the real platform: forms only with cookie, token and referrer, lists that are shorter than they say.</summary>
public sealed class OpenEdxSiteTests
{
    private const string Token = "Vy6d4manyiT0ken2Vy6d4manyiT0ken2";

    [Fact]
    public async Task A_form_carries_the_cookie_and_the_token_of_its_own_portal()
    {
        await using var portal = await LoopbackPortal.StartAsync(context => context.Request.Path.Value switch
        {
            "/csrf/api/v1/token" => Give(context, $$"""{"csrfToken":"{{Token}}"}""", cookie: $"csrftoken={Token}; Path=/; SameSite=Lax"),
            "/search/course_discovery/" => SearchAsync(context),
            _ => Lists(context),
        });
        var harvested = await OfAsync(portal);

        Assert.Equal(["LibUA+DC101", "LibUA+OLD1"], harvested.Listings.Select(listing => listing.Id));
        var course = harvested.ById["LibUA+DC101"];
        Assert.Equal(("uk", "free-to-study", "certificate", "<p>Довго.</p>"), (course.Language, course.Price, course.Credential, course.Description));
        Assert.Equal(2, course.Instances!.Count);
        Assert.Equal(1, portal.Asked.Count(line => line == "POST /search/course_discovery/"));
    }

    [Fact]
    public async Task A_recorded_portal_is_read_like_the_real_one()
    {
        var folder = Directory.CreateTempSubdirectory("dcc-recording-").FullName;
        await using var portal = await LoopbackPortal.StartAsync(context => context.Request.Path.Value switch
        {
            "/csrf/api/v1/token" => Give(context, $$"""{"csrfToken":"{{Token}}"}""", cookie: $"csrftoken={Token}; Path=/"),
            "/search/course_discovery/" => SearchAsync(context),
            _ => Lists(context),
        });
        var source = portal.Source() with { Platform = "openedx" };
        using var live = LoopbackPortal.Fetchers().For(source, folder);
        var real = await Harvested.Of(new OpenEdxPlatform(), source, live);
        using var recorded = LoopbackPortal.Fetchers().For(source with { Recorded = folder });
        var again = await Harvested.Of(new OpenEdxPlatform(), source, recorded);

        Assert.Equal("uk", again.ById["LibUA+DC101"].Language);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(real.Listings), System.Text.Json.JsonSerializer.Serialize(again.Listings));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_token_of_an_older_portal_comes_with_the_cookie_of_its_catalogue()
    {
        await using var portal = await LoopbackPortal.StartAsync(context => context.Request.Path.Value switch
        {
            "/courses" => Give(context, "<html><ul class=courses-listing></ul></html>", "text/html", cookie: $"csrftoken={Token}; Path=/"),
            "/search/course_discovery/" => SearchAsync(context),
            _ => Lists(context),
        });
        Assert.Equal("uk", (await OfAsync(portal)).ById["LibUA+DC101"].Language);
    }

    [Fact]
    public async Task A_portal_without_interfaces_is_read_by_its_pages()
    {
        var cards = await File.ReadAllTextAsync(Path.Combine(Fixture.Folder("OpenEdx"), "cards-legacy", "page.html"));
        var about = await File.ReadAllTextAsync(Path.Combine(Fixture.Folder("OpenEdx"), "about-legacy", "page.html"));
        await using var portal = await LoopbackPortal.StartAsync(context => context.Request.Path.Value switch
        {
            "/courses" => Give(context, cards, "text/html"),
            "/courses/course-v1:LibUA+DC101+2026_T1/about" => Give(context, about, "text/html"),
            "/api/courses/v1/courses/" or "/search/course_discovery/" => Fail(context, 403),
            _ => Fail(context, 404),
        });
        var harvested = await OfAsync(portal);

        Assert.Equal(["LibUA+DC101", "LibUA+OLD1", "LibUA+SOON"], harvested.Listings.Select(listing => listing.Id));
        var course = harvested.ById["LibUA+DC101"];
        Assert.Equal(("Цифрова грамотність &lt;2.0&gt;", "Вигадана бібліотека", "3 години на тиждень", "paid"), (course.Title, course.Publisher, course.Workload, course.Price));
        Assert.Equal(["Олена Вигадана", "Петро Вигаданий"], course.Authors!);
        Assert.Equal(1200, Assert.Single(course.Prices!).Amount);
        Assert.Contains("Файли, пошук", course.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("Чи є сертифікат", course.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_catalogue_that_only_a_browser_fills_names_the_way_out()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            if (context.Request.Path.Value is "/courses")
            {
                context.Response.Redirect("/catalog/courses", permanent: true);
                return Task.CompletedTask;
            }

            return context.Request.Path.Value is "/catalog/courses" ? Give(context, "<html><div id=root></div></html>", "text/html") : Fail(context, 404);
        });
        var message = (await Assert.ThrowsAsync<ListingUnreliableException>(() => OfAsync(portal))).Message;
        Assert.Contains("/catalog/courses is only the shell", message, StringComparison.Ordinal);
        Assert.Contains("dccourseindex import FILE.ndjson --source portal", message, StringComparison.Ordinal);
    }

    private static async Task<Harvested> OfAsync(LoopbackPortal portal)
    {
        using var fetcher = portal.Fetcher();
        return await Harvested.Of(new OpenEdxPlatform(), portal.Source() with { Platform = "openedx" }, fetcher);
    }

    // The first page claims a second one that is empty by the time it is asked for; the portal is throttled once.
    private int throttled;

    private Task Lists(HttpContext context)
    {
        if (context.Request.Path.Value is "/api/courses/v1/courses/" && Interlocked.Increment(ref throttled) == 1)
        {
            context.Response.Headers.RetryAfter = "0";
            return Fail(context, 429);
        }

        return (context.Request.Path.Value, context.Request.Query["page"].ToString()) switch
        {
            ("/api/courses/v1/courses/", "") => Give(context, $$"""
                {"results":[
                 {"id":"course-v1:LibUA+DC101+2025_T1","name":"Цифрова грамотність (2025)","org":"LibUA","start":"2025-02-01T00:00:00Z","start_type":"timestamp","pacing":"self"},
                 {"id":"course-v1:LibUA+DC101+2026_T1","name":"Цифрова грамотність &lt;2.0&gt;","org":"LibUA","start":"2026-02-01T00:00:00Z","start_type":"timestamp","pacing":"self"},
                 {"id":"LibUA/OLD1/2014_T1","name":"Старий ключ","org":"LibUA","start_type":"empty"},
                 {"id":"course-v1:LibUA+HID+1","name":"Прихований","org":"LibUA","hidden":true}],
                 "pagination":{"next":"http://{{context.Request.Host}}/api/courses/v1/courses/?page=2&page_size=100","count":137,"num_pages":2 } }
                """),
            ("/api/courses/v1/courses/course-v1:LibUA+DC101+2026_T1/", _) => Give(context, """{"overview":"<p>Довго.</p>"}"""),
            _ => Fail(context, 404),
        };
    }

    // As Django: the cookie, the same token in the header, and a referrer of the same host.
    private static async Task SearchAsync(HttpContext context)
    {
        var request = context.Request;
        var fits = request.Method == "POST" && request.Cookies["csrftoken"] == Token && request.Headers["X-CSRFToken"] == Token
            && request.Headers.Referer.ToString().StartsWith($"http://{request.Host}/", StringComparison.Ordinal);
        var form = fits ? await request.ReadFormAsync() : null;
        await (form is not null && form["page_size"].ToString() == "100" && form["page_index"].ToString() == "0"
            ? Give(context, """{"total":1,"results":[{"data":{"id":"course-v1:LibUA+DC101+2026_T1","content":{"display_name":"Цифрова грамотність"},"language":"uk","modes":["audit","verified"]}}]}""")
            : Fail(context, 403));
    }

    private static Task Give(HttpContext context, string body, string type = "application/json", string? cookie = null)
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        if (cookie is not null) context.Response.Headers.Append("Set-Cookie", cookie);
        return context.Response.WriteAsync(body);
    }

    private static Task Fail(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
