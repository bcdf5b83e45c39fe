using System.Net;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Tests.Desk;

/// <summary>Who gets in at the desk, and who does not.</summary>
public sealed class DoorTests
{
    private const string Course = "prometheus.DC101";
    private static readonly string[] Rooms = ["queue", "course", "mistakes", "duplicates", "runs", "portals", "portals/1", "synonyms", "lists", "sources", "history"];

    [Fact]
    public async Task Without_a_key_every_room_is_a_plain_refusal_that_tells_nothing()
    {
        await using var desk = await DeskSite.StartAsync();
        using var stranger = desk.Browser();
        foreach (var room in Rooms)
        {
            await stranger.OpenAsync($"/desk/{room}?lang=uk");

            Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
            Assert.NotNull(stranger.Page.QuerySelector("input[name='key']"));
            Assert.Null(stranger.Page.QuerySelector(".deskbar"));
            Assert.DoesNotContain("Читальна зала", stranger.Html, StringComparison.Ordinal);
            Assert.Equal(("no-store", "noindex"), (stranger.Answer.Headers.CacheControl!.ToString(), stranger.Answer.Headers.GetValues("X-Robots-Tag").Single()));
        }

        await stranger.OpenAsync("/desk");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        foreach (var room in new[] { "verdicts", "withdraw", "duplicates", "runs", "portals", "synonyms", "mistakes", "lists", "sign-out" })
        {
            await stranger.PostAsync($"/desk/{room}", ("token", stranger.Token!), ("course", Course), ("act", "hide"));
            Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        }

        Assert.NotNull(await desk.CourseAsync(Course));
    }

    [Fact]
    public async Task A_key_opens_the_desk_by_a_cookie_that_no_script_sees_and_no_other_site_sends()
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();

        var cookie = librarian.SetCookies.Single(one => one.StartsWith("desk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=36000", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(desk.KeyText, string.Join(' ', librarian.SetCookies), StringComparison.Ordinal);
        await librarian.OpenAsync("/desk/queue");
        Assert.Equal(("no-store", "noindex"), (librarian.Answer.Headers.CacheControl!.ToString(), librarian.Answer.Headers.GetValues("X-Robots-Tag").Single()));
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_secure_and_bound_to_the_host()
    {
        await using var desk = await DeskSite.StartAsync(publicAddress: new("https://courses.example"));
        using var librarian = await desk.SignedInAsync();

        Assert.All(librarian.SetCookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(librarian.SetCookies, cookie => Assert.StartsWith("__Host-desk", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_key_that_opens_nothing_nobody_learns_why()
    {
        await using var desk = await DeskSite.StartAsync();
        var other = (await desk.Part<KeyLedger>().AddAsync("Портал", [Scope.Read, Scope.Operate], null, default))!.Value.Text;
        var revoked = (await desk.Part<KeyLedger>().AddAsync("Колишня", [Scope.Curate], null, default))!.Value;
        await desk.Part<KeyLedger>().RevokeAsync(revoked.Key.Id, default);
        var told = new List<string>();
        foreach (var key in new[] { other, revoked.Text, "dci_aaaaaaaa_nothing", "" })
        {
            using var browser = desk.Browser();
            await browser.OpenAsync("/desk");
            browser.Fill("key", key);
            await browser.PressAsync("Увійти");

            Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
            Assert.DoesNotContain(browser.SetCookies, cookie => cookie.StartsWith("desk=", StringComparison.Ordinal));
            told.Add(browser.Words);
        }

        Assert.Single(told.Distinct());
    }

    [Fact]
    public async Task Signing_in_needs_a_form_of_this_site_and_may_be_tried_a_few_times_a_minute()
    {
        await using var desk = await DeskSite.StartAsync();
        using var browser = desk.Browser();
        await browser.PostAsync("/desk/sign-in", ("key", desk.KeyText));
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await browser.OpenAsync("/desk");
        browser.Fill("key", desk.KeyText);
        await browser.ForgeAsync("Увійти", "made-up");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);

        for (var attempt = 0; attempt < 7; attempt++)
        {
            await browser.OpenAsync("/desk");
            browser.Fill("key", "wrong");
            await browser.PressAsync("Увійти");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.NotNull(browser.Answer.Headers.RetryAfter);
        desk.Clock.Pass(TimeSpan.FromMinutes(2));
        browser.Fill("key", desk.KeyText);
        await browser.PressAsync("Увійти");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task Every_form_is_refused_without_its_token()
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();
        await librarian.OpenAsync($"/desk/course?id={Course}");

        await librarian.ForgeAsync("hide");
        Assert.Equal(HttpStatusCode.Forbidden, librarian.Status);
        await librarian.OpenAsync($"/desk/course?id={Course}");
        await librarian.ForgeAsync("hide", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.Forbidden, librarian.Status);
        foreach (var room in new[] { "verdicts", "withdraw", "duplicates", "runs", "portals", "synonyms", "mistakes", "lists", "sign-out" })
        {
            await librarian.PostAsync($"/desk/{room}", ("course", Course), ("act", "hide"));
            Assert.Equal(HttpStatusCode.Forbidden, librarian.Status);
        }

        Assert.NotNull(await desk.CourseAsync(Course));
        Assert.Empty(await desk.Part<VerdictLedger>().ListAsync(new(), default));
        await librarian.OpenAsync("/desk/queue");
        Assert.Equal(HttpStatusCode.OK, librarian.Status);
    }

    [Theory]
    [InlineData("sign out")]
    [InlineData("ten hours")]
    [InlineData("revoked key")]
    public async Task A_session_ends(string how)
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();
        var token = librarian.Token!;

        switch (how)
        {
            case "sign out": await librarian.PressAsync("Вийти"); break;
            case "ten hours": desk.Clock.Pass(DeskSessions.Life); break;
            default: await desk.Part<KeyLedger>().RevokeAsync(desk.Key.Id, default); break;
        }

        await librarian.OpenAsync("/desk/queue");
        Assert.Equal(HttpStatusCode.Forbidden, librarian.Status);
        await librarian.PostAsync("/desk/verdicts", ("token", token), ("course", Course), ("act", "hide"));
        Assert.Equal(HttpStatusCode.Forbidden, librarian.Status);
        Assert.NotNull(await desk.CourseAsync(Course));
    }

    [Fact]
    public async Task The_desk_has_an_English_address()
    {
        await using var desk = await DeskSite.StartAsync();
        using var browser = desk.Browser();

        await browser.OpenAsync("/en/desk/history");

        Assert.Equal(("/desk/history?lang=en", HttpStatusCode.Forbidden), (browser.Address, browser.Status));
        Assert.Contains("Sign in", browser.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/deskevil")]
    [InlineData("/desk/../x")]
    public async Task A_form_leads_back_to_the_desk_alone(string back)
    {
        await using var desk = await DeskSite.StartAsync();
        using var librarian = await desk.SignedInAsync();

        await librarian.PostAsync("/desk/verdicts", ("token", librarian.Token!), ("course", Course), ("act", "right"), ("back", back));

        Assert.StartsWith("/desk?done=", librarian.Address, StringComparison.Ordinal);
    }
}
