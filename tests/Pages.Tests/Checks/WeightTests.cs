using System.Globalization;
using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Checks;

/// <summary>What an old computer at a slow line has to take.</summary>
[Collection(DemoGroup.Name)]
public sealed class WeightTests(RunningDemo demo)
{
    private const int Kilobyte = 1000;

    [PageTheory]
    [InlineData("start")]
    [InlineData("search")]
    [InlineData("course")]
    public async Task The_first_page_is_under_sixty_kilobytes_on_the_wire(string name)
    {
        await using var visit = await Visit.BeginAsync(demo);
        var wire = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await wire.SendAsync("Network.enable");
        long bytes = 0;
        wire.Event("Network.loadingFinished").OnEvent += (_, one) => Interlocked.Add(ref bytes, (long)one!.Value.GetProperty("encodedDataLength").GetDouble());

        await visit.Page.GotoAsync(SitePage.Address(demo, name, "uk"), new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        await File.AppendAllTextAsync(Path.Combine(Place.Output, "figures.txt"), string.Create(CultureInfo.InvariantCulture, $"{name}: {bytes} bytes on the wire\n"));
        Assert.InRange(bytes, 1, 60 * Kilobyte);
    }

    /// <summary>At 400 kbit/s and 400 ms; what the machine itself takes is in it.</summary>
    [PageTheory]
    [InlineData("start")]
    [InlineData("search")]
    [InlineData("course")]
    public async Task On_a_slow_line_something_can_be_read_within_three_seconds(string name)
    {
        await using var visit = await Visit.BeginAsync(demo);
        var wire = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await wire.SendAsync("Network.enable");
        await wire.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 400, ["downloadThroughput"] = 400_000 / 8, ["uploadThroughput"] = 400_000 / 8 });

        await visit.OpenAsync(SitePage.Address(demo, name, "uk"));
        // The browser tells of its painting a little after it; waiting for a function would evaluate a text, which the page's policy forbids.
        var painted = await visit.Page.EvaluateAsync<double>("""
            () => new Promise(told => {
                const ask = () => { const [paint] = performance.getEntriesByName('first-contentful-paint'); paint ? told(paint.startTime) : setTimeout(ask, 20); };
                ask();
            })
            """);

        await File.AppendAllTextAsync(Path.Combine(Place.Output, "figures.txt"), string.Create(CultureInfo.InvariantCulture, $"{name}: first content after {painted:0} ms\n"));
        Assert.InRange(painted, 1, 3000);
    }

    [PageFact]
    public async Task Style_and_scripts_are_small()
    {
        await using var visit = await Visit.BeginAsync(demo);
        long scripts = 0;
        foreach (var name in new[] { "site.js", "widget.js", "widget-frame.js" })
            scripts += (await (await visit.Page.APIRequest.GetAsync($"{demo.Base}/{(name == "widget.js" ? name : "assets/" + name)}")).BodyAsync()).Length;
        var style = (await (await visit.Page.APIRequest.GetAsync($"{demo.Base}/assets/site.css")).BodyAsync()).Length;

        Assert.InRange(style, 1000, 30 * Kilobyte);
        Assert.InRange(scripts, 500, 30 * Kilobyte);
    }
}
