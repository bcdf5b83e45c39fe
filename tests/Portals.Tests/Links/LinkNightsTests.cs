using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Portals.Links;
using Xunit.Abstractions;

namespace DcCourseIndex.Portals.Tests.Links;

public sealed class LinkNightsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task In_fourteen_nights_hardly_any_live_page_and_most_gone_pages_are_called_gone()
    {
        await using var nights = await FourteenNights.PlayAsync(14);

        var live = LinkPages.All.Where(page => !page.IsGone).ToList();
        var gone = LinkPages.All.Where(page => page.IsGone).ToList();
        var falsely = live.Where(nights.EverGone.Contains).ToList();
        var rightly = gone.Count(page => nights.Classes[page] == LinkHealth.Gone);
        foreach (var kind in LinkPages.All.GroupBy(page => (page.Host, page.Behaviour)))
        {
            var classes = string.Join(", ", kind.GroupBy(page => nights.Classes[page]).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Wire.Name(group.Key)}"));
            Print($"{kind.Key.Host,-18} {kind.Key.Behaviour,-22} {kind.Count(),3}: {classes}; ever gone {kind.Count(nights.EverGone.Contains)}");
        }

        foreach (var (report, night) in nights.Reports.Select((report, i) => (report, i + 1)))
        {
            Print($"night {night}: {report.Checked} judged, {report.Requests} requests, {report.Changed} changed, {report.Remaining} left {report.Note}");
        }

        Print($"live pages {live.Count}, ever called gone {falsely.Count} ({100.0 * falsely.Count / live.Count:0.0} %)");
        Print($"gone pages {gone.Count}, called gone {rightly} ({100.0 * rightly / gone.Count:0.0} %)");
        Assert.True(live.Count >= 300 && gone.Count >= 100, "The site is too small to measure on.");
        Assert.True(falsely.Count * 100 < live.Count, $"Called gone: {string.Join("; ", falsely.Select(page => $"{page.Host} {page.Behaviour} {page.Number}"))}");
        Assert.True(rightly * 100 >= gone.Count * 90, $"Only {rightly} of {gone.Count} gone pages are called gone.");

        void Print(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
