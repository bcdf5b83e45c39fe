using DcCourseIndex.Crawler.Probing;
using DcCourseIndex.Crawler.Tests.Fetching;
using DcCourseIndex.Crawler.Tests.Platforms;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Crawler.Tests.Probing;

/// <summary>Addresses that mean no good, or that nothing can be made of: each ends soon, with a sentence that says why and what to do.</summary>
public sealed class HostileAddressTests
{
    [Fact]
    public async Task A_private_address_is_refused_with_the_remedy()
    {
        await using var site = await ServedSite.StartAsync();
        var report = await Probed.LookAsync(site.Root, allowPrivate: false);
        Assert.Null(report.FileText);
        Assert.Contains("--allow-private-address", report.Refusal, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task A_redirect_into_the_house_is_not_followed()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.Redirect("http://localhost:1/");
            return Task.CompletedTask;
        });
        var report = await Probed.LookAsync(portal.Root);
        Assert.Null(report.FileText);
        Assert.Contains("localhost", report.Refusal, StringComparison.Ordinal);
        Assert.Single(portal.Asked);
    }

    [Fact]
    public async Task Endless_pages_end_after_forty_requests()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            var page = $"{context.Request.Path}";
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"<html><body id=page-x><a href='/course/view.php?id=1'>x</a>{string.Concat(Enumerable.Range(0, 50).Select(i => $"<a href='{page.TrimEnd('/')}/kurs{i}/'>Курс {i}</a>"))}<link rel=alternate type='application/rss+xml' href='/f{page.Length}'></body></html>");
        });
        var report = await Probed.LookAsync(portal.Root);
        Assert.InRange(report.Requests, 1, AddressProbe.MostRequests);
        Assert.InRange(portal.Asked.Count, 1, AddressProbe.MostRequests);
    }

    [Fact]
    public async Task A_login_page_is_said_to_be_one()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><title>Вхід</title><form><input name=u><input type=\"password\" name=p></form></html>");
        var report = await Probed.LookAsync(site);
        Assert.Null(report.FileText);
        Assert.Contains("asks to log in", report.Refusal, StringComparison.Ordinal);
        Assert.Contains("dccourseindex import FILE.ndjson --source novyi", report.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_Moodle_needs_a_token_of_its_owner()
    {
        await using var site = await ServedSite.StartAsync();
        const string Login = """<html><head><meta name="keywords" content="moodle"></head><body id="page-login-index" class="pagelayout-login"><form action="/login/index.php"><input type="password"></form></body></html>""";
        site.With("/", Login).With("/course/index.php", Login);
        var report = await Probed.LookAsync(site);
        Assert.Null(report.FileText);
        Assert.Contains("token of its web services", report.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_robots_txt_closes_is_not_asked()
    {
        await using var portal = await LoopbackPortal.StartAsync(
            context => context.Response.WriteAsync("<html></html>"), robots: context =>
            {
                context.Response.StatusCode = 200;
                return context.Response.WriteAsync("User-agent: *\nDisallow: /\n");
            });
        var report = await Probed.LookAsync(portal.Root);
        Assert.Contains("robots.txt", report.Refusal, StringComparison.Ordinal);
        Assert.Empty(portal.Asked);
    }

    [Fact]
    public async Task An_empty_site_gets_the_remedies()
    {
        await using var site = await ServedSite.StartAsync();
        site.With("/", "<html><title>Порожньо</title></html>");
        var report = await Probed.LookAsync(site);
        Assert.Null(report.Best);
        Assert.Contains("ask the owner", report.Refusal, StringComparison.Ordinal);
        Assert.Equal(site.Asked.Count, site.Asked.Distinct().Count());
    }

    [Theory]
    [InlineData("https://www.dl.khpi.edu.ua/course", "dl-khpi")]
    [InlineData("https://ua", "ua")]
    [InlineData("http://127.0.0.1:5080/", "portal-127-0-0-1-5080")]
    public void A_name_is_made_of_the_host(string address, string name) =>
        Assert.Equal(name, Crawler.Probing.Writing.SourceName.Of(new Uri(address)));
}
