using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Tests.Platforms;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>Sites without an interface through the whole crawler, night after night: real HTTP, real store.</summary>
public sealed class SiteNightsTests
{
    private const string Shell = "<html><body><div id=app></div></body></html>";

    [Fact]
    public async Task A_site_that_turns_into_a_shell_fails_and_retires_nothing_until_it_is_back()
    {
        await using var site = await ServedSite.StartAsync();
        await using var lms = await ServedSite.StartAsync();
        lms.With("/api/courses/v1/courses/?page_size=100", """{"results":[{"id":"course-v1:LibUA+N1+2026_T1","name":"Курс 1","org":"LibUA","start":"2026-02-01T00:00:00Z"}]}""");
        Catalogue(site);
        using var nights = new Nights(site.Source("prometheus") with { Lms = lms.Root });
        Assert.Equal((RunState.Promoted, 6), await StateAsync(nights));

        site.With("/courses-catalog/", Shell);
        var failed = await nights.HarvestAsync();
        Assert.NotEqual(RunState.Promoted, failed.State);
        Assert.Contains("dccourseindex import", failed.Failure, StringComparison.Ordinal);

        Catalogue(site);
        Assert.Equal((RunState.Promoted, 6), await StateAsync(nights));
        Assert.Equal(6, Assert.Single(await nights.Catalog.SourcesAsync(default)).Active);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_goes_on_behind_its_last_page()
    {
        await using var site = await ServedSite.StartAsync();
        Catalogue(site, 60);
        using var nights = new Nights(site.Source("prometheus"));
        Assert.Equal(RunState.Open, (await nights.InterruptAsync()).State);

        var asked = site.Asked.Count;
        Assert.Equal((RunState.Promoted, 60), await StateAsync(nights));
        Assert.Equal(10, site.Asked.Skip(asked).Count(line => line.Contains("/prometheus-free/", StringComparison.Ordinal)));
    }

    private static async Task<(RunState State, int Found)> StateAsync(Nights nights)
    {
        var report = await nights.HarvestAsync();
        return (report.State, report.Found);
    }

    private static void Catalogue(ServedSite site, int courses = 6)
    {
        var cards = Enumerable.Range(1, courses).Select(number => $"<a href='/prometheus-free/kurs-{number}/'><article class='course-card'><h3>Курс {number}</h3></article></a>");
        site.With("/courses-catalog/", $"<html><body>{string.Concat(cards)}</body></html>");
        for (var number = 1; number <= courses; number++)
        {
            site.With($"/prometheus-free/kurs-{number}/", $"<html><body><h1>Курс {number}</h1><a href='https://lms.example/courses/course-v1:LibUA+N{number}+2026_T1/about'>Записатися</a></body></html>");
        }
    }
}
