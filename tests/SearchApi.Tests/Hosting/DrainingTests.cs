using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Hosting;

public sealed class DrainingTests
{
    [Fact]
    public async Task Who_is_told_to_stop_answers_on_says_so_and_closes_connections()
    {
        await using var site = await SampleSite.StartAsync(settings: new() { Drain = TimeSpan.FromMinutes(10) });
        using var before = await site.GetAsync("/api/v1/courses");
        using var patience = new CancellationTokenSource();

        var stopping = site.Services.GetRequiredService<Draining>().StoppingAsync(patience.Token);
        using var after = await site.GetAsync("/api/v1/courses");
        var (status, readiness) = await site.JsonAsync("/health/ready");
        var draining = !stopping.IsCompleted;
        await patience.CancelAsync();
        await stopping;

        Assert.Equal((200, 200, 503), ((int)before.StatusCode, (int)after.StatusCode, status));
        Assert.NotEqual(true, before.Headers.ConnectionClose);
        Assert.True(after.Headers.ConnectionClose);
        Assert.False((bool)readiness["serving"]!["ready"]!);
        Assert.True(draining);
    }

    [Fact]
    public async Task Where_nobody_stands_before_it_the_end_comes_at_once()
    {
        await using var site = await SampleSite.StartAsync();

        Assert.True(site.Services.GetRequiredService<Draining>().StoppingAsync(default).IsCompletedSuccessfully);
    }
}
