using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Checks;

/// <summary>axe-core on every page, with everything folded open, and with the size of targets (WCAG 2.2, 2.5.8), which it leaves out unasked.</summary>
[Collection(DemoGroup.Name)]
public sealed class AxeTests(RunningDemo demo)
{
    private const string Ask = """
        async () => {
          for (const one of document.querySelectorAll('details')) one.open = true;
          const answer = await axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
          return answer.violations.map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).slice(0, 3).join(' | '));
        }
        """;

    [CheckedTheory("axe-core")]
    [MemberData(nameof(SitePage.Names), MemberType = typeof(SitePage))]
    public Task Axe_finds_nothing(string name) => LookAsync(lang => SitePage.Address(demo, name, lang), SitePage.Status(name), null);

    [CheckedTheory("axe-core")]
    [MemberData(nameof(DeskPage.Names), MemberType = typeof(DeskPage))]
    public async Task Axe_finds_nothing_at_the_desk(string name)
    {
        var desk = await demo.DeskAsync();
        await LookAsync(lang => DeskPage.Address(demo, desk, name, lang), 200, desk);
    }

    private async Task LookAsync(Func<string, string> address, int status, DeskWork? desk)
    {
        var axe = await File.ReadAllTextAsync(Place.Module("axe-core", "axe.min.js"));
        var found = new List<string>();
        await using var visit = await Visit.BeginAsync(demo, desk: desk);
        foreach (var lang in new[] { "uk", "en" })
        {
            await visit.OpenAsync(address(lang), status);
            await visit.Page.EvaluateAsync(axe);
            foreach (var dark in new[] { false, true })
            {
                await visit.StandAtAsync(dark ? 320 : 1280, dark);
                found.AddRange((await visit.Page.EvaluateAsync<string[]>(Ask)).Select(one => $"{lang}, {(dark ? "dark" : "light")}: {one}"));
            }
        }

        Assert.Empty(found);
    }
}
