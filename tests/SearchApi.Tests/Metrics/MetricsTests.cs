using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Metrics;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Sources;

namespace DcCourseIndex.SearchApi.Tests.Metrics;

public sealed class MetricsTests
{
    private static readonly SearchApiSettings Open = new() { Operation = OperationReaders.Everybody };

    [Fact]
    public async Task Searches_are_counted_by_class_and_those_that_find_nothing_besides()
    {
        await using var site = await SampleSite.StartAsync(settings: Open);
        await site.JsonAsync("/api/v1/courses?q=python");
        await site.JsonAsync("/api/v1/courses?q=жодного-такого-слова");
        await site.JsonAsync("/api/v1/courses");

        var figures = await FiguresAsync(site);

        Assert.Equal("histogram", figures.Types["dccourseindex_search_duration_seconds"]);
        Assert.Equal((2, 1), (figures["""dccourseindex_search_duration_seconds_count{class="words"}"""], figures["""dccourseindex_search_duration_seconds_count{class="browse"}"""]));
        Assert.Equal(2, figures["""dccourseindex_search_duration_seconds_bucket{class="words",le="+Inf"}"""]);
        Assert.Equal(("counter", 1), (figures.Types["dccourseindex_search_empty_total"], figures["""dccourseindex_search_empty_total{class="words"}"""]));
    }

    [Fact]
    public async Task Requests_are_told_by_route_and_never_by_what_was_asked()
    {
        await using var site = await SampleSite.StartAsync(settings: Open);
        await site.JsonAsync("/api/v1/courses?q=чутливе");
        await site.JsonAsync("/api/v1/courses/no.such");

        var figures = await FiguresAsync(site);

        Assert.Contains(figures.Values, row => row.Key.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal) && row.Key.Contains("/api/v1/courses/{id}", StringComparison.Ordinal) && row.Key.Contains("404", StringComparison.Ordinal));
        Assert.DoesNotContain(figures.Values, row => row.Key.Contains("чутливе", StringComparison.Ordinal) || row.Key.Contains("no.such", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sources_show_their_courses_runs_and_alarms()
    {
        await using var run = await RunSite.StartAsync();

        var figures = await FiguresAsync(run.Site);

        Assert.Equal(3, figures["""dccourseindex_source_courses{source="portal",state="active"}"""]);
        Assert.Equal((1, 0), (figures["""dccourseindex_source_alarm{kind="held",source="portal"}"""], figures["""dccourseindex_source_alarm{kind="nothing",source="portal"}"""]));
        Assert.Equal((1, 0), (figures["""dccourseindex_source_held{source="portal"}"""], figures["""dccourseindex_source_failures{source="portal"}"""]));
        Assert.Equal((1, 4, 2048, 90), (
            figures["""dccourseindex_run_courses{outcome="found",source="portal"}"""],
            figures["""dccourseindex_run_requests{answer="unchanged",source="portal"}"""],
            figures["""dccourseindex_run_received_bytes{source="portal"}"""],
            figures["""dccourseindex_run_duration_seconds{source="portal"}"""]));
        Assert.Equal(RunSite.Last.AddDays(-1).ToUnixTimeSeconds(), figures["""dccourseindex_source_complete_timestamp_seconds{source="portal"}"""]);
        Assert.Equal((1, 1, 0), (figures["dccourseindex_catalogue_readable"], figures["dccourseindex_harvest_wanted"], figures["dccourseindex_harvest_alive"]));
    }

    [Fact]
    public async Task A_catalogue_that_cannot_be_read_is_a_figure_and_the_rest_goes_on()
    {
        await using var run = await RunSite.StartAsync();
        run.Store.Dispose();
        await File.WriteAllTextAsync(run.Store.Name, "no catalogue");

        var figures = await FiguresAsync(run.Site);

        Assert.Equal(0, figures["dccourseindex_catalogue_readable"]);
        Assert.DoesNotContain("dccourseindex_index_behind", figures.Values.Keys);
    }

    [Fact]
    public async Task What_is_kept_after_a_full_collection_is_told_and_follows_what_is_held()
    {
        await using var site = await SampleSite.StartAsync(settings: Open);
        var held = new byte[256 << 20];
        GC.Collect();
        var before = (await FiguresAsync(site))["dccourseindex_memory_living_bytes"];
        GC.KeepAlive(held);
        held = null;
        GC.Collect();

        Assert.InRange(before - (await FiguresAsync(site))["dccourseindex_memory_living_bytes"], 128 << 20, 384 << 20);
    }

    [Theory]
    [InlineData("dccourseindex.run.received", "By", false, "dccourseindex_run_received_bytes")]
    [InlineData("http.server.request.duration", "s", false, "http_server_request_duration_seconds")]
    [InlineData("dccourseindex.search.empty", "{search}", true, "dccourseindex_search_empty_total")]
    [InlineData("time.in.seconds", "s", true, "time_in_seconds_total")]
    public void Names_end_with_unit_and_total(string instrument, string unit, bool grows, string expected) =>
        Assert.Equal(expected, PrometheusText.NameOf(instrument, unit, grows));

    private static async Task<Exposition> FiguresAsync(SampleSite site)
    {
        using var response = await site.GetAsync("/metrics");
        Assert.Equal((200, "text/plain; version=0.0.4; charset=utf-8"), ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        return new(await response.Content.ReadAsStringAsync());
    }
}
