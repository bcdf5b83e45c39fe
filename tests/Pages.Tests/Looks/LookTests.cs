using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Looks;

/// <summary>Every page at three widths, in both languages, light and dark; the pictures are there to be looked at.</summary>
[Collection(DemoGroup.Name)]
public sealed class LookTests(RunningDemo demo)
{
    private const int TallestPicture = 6000;

    // What moved without being asked, since the page began (Layout Instability).
    private const string Shifts = "() => new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 100); })";

    [PageTheory]
    [MemberData(nameof(SitePage.Names), MemberType = typeof(SitePage))]
    public Task A_page_fits_its_width_moves_nothing_and_complains_of_nothing(string name) =>
        LookAsync(name, lang => SitePage.Address(demo, name, lang), SitePage.Status(name), null);

    [PageTheory]
    [MemberData(nameof(DeskPage.Names), MemberType = typeof(DeskPage))]
    public async Task A_room_of_the_desk_does_so_too(string name)
    {
        var desk = await demo.DeskAsync();
        await LookAsync(name, lang => DeskPage.Address(demo, desk, name, lang), 200, desk);
    }

    // One browser for all looks: each width and language is a visit of its own, because things move while a page begins; colours change under the eyes.
    private async Task LookAsync(string name, Func<string, string> address, int status, DeskWork? desk)
    {
        var wrong = new List<string>();
        await using var visit = await Visit.BeginAsync(demo, desk: desk);
        foreach (var width in new[] { 320, 768, 1280 })
            foreach (var lang in new[] { "uk", "en" })
            {
                var look = $"{name}-{width}-{lang}";
                await visit.StandAtAsync(width, dark: false);
                await visit.OpenAsync(address(lang), status);
                if (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                    wrong.Add($"{look}: {over} px too wide");
                if (await visit.Page.EvaluateAsync<double>(Shifts) is > 0 and var moved)
                    wrong.Add($"{look}: moved by {moved}");
                var height = Math.Min(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"), TallestPicture);
                foreach (var dark in new[] { false, true })
                {
                    await visit.StandAtAsync(width, dark);
                    await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Place.Output, $"{look}-{(dark ? "dark" : "light")}.png"), FullPage = true, Clip = new() { Width = width, Height = height } });
                }
            }

        wrong.AddRange(visit.Complaints.Where(complaint => status == 200 || !complaint.Contains("404", StringComparison.Ordinal)));
        Assert.Empty(wrong);
    }

    /// <summary>WCAG 2.2, 1.4.10: 1280 px at 400 % are 320 px, of which 256 in height.</summary>
    [PageTheory]
    [MemberData(nameof(SitePage.Names), MemberType = typeof(SitePage))]
    public async Task At_four_hundred_per_cent_with_wider_text_nothing_is_cut_off(string name)
    {
        await using var visit = await Visit.BeginAsync(demo, width: 320, height: 256);
        await visit.OpenAsync(SitePage.Address(demo, name, "uk"), SitePage.Status(name));

        // Spacing that a reader may set (WCAG 2.2, 1.4.12).
        await visit.Page.EvaluateAsync("for (const one of document.querySelectorAll('body *')) { one.style.lineHeight = '1.5'; one.style.letterSpacing = '.12em'; one.style.wordSpacing = '.16em'; }");

        var cut = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main *, header *, footer *')].filter(one => {
              if (one.closest('.unseen, .scroll, pre, .skip, svg, thead, option, select') || !one.getClientRects().length) return false;
              const box = one.getBoundingClientRect();
              return box.right > 321 || (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden');
            }).map(one => one.outerHTML.slice(0, 120))
            """);
        Assert.Empty(cut);
    }

    [PageTheory]
    [InlineData("start")]
    [InlineData("course")]
    [InlineData("coverage")]
    public async Task Colours_of_the_system_and_more_contrast_leave_the_page_readable(string name)
    {
        foreach (var (contrast, forced) in new[] { ("more", false), ("no-preference", true) })
        {
            await using var visit = await Visit.BeginAsync(demo);
            await visit.Page.EmulateMediaAsync(new() { Contrast = contrast == "more" ? Microsoft.Playwright.Contrast.More : Microsoft.Playwright.Contrast.NoPreference, ForcedColors = forced ? Microsoft.Playwright.ForcedColors.Active : Microsoft.Playwright.ForcedColors.None });
            await visit.OpenAsync(SitePage.Address(demo, name, "uk"));
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Place.Output, $"{name}-1280-{(forced ? "forced" : "contrast")}.png") });

            Assert.Empty(visit.Complaints);
            Assert.True(await visit.Page.EvaluateAsync<bool>(forced ? "matchMedia('(forced-colors: active)').matches" : "getComputedStyle(document.body).color === 'rgb(0, 0, 0)'"));
        }
    }
}
