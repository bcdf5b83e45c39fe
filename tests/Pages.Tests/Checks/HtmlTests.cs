using DcCourseIndex.Pages.Tests.Demo;

namespace DcCourseIndex.Pages.Tests.Checks;

/// <summary>The Nu HTML Checker over every page and the stylesheet.</summary>
[Collection(DemoGroup.Name)]
public sealed class HtmlTests(RunningDemo demo)
{
    [CheckedFact("vnu-jar", "java", "default-jre-headless")]
    public async Task The_checker_of_HTML_finds_no_error()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Place.Output, "html")).FullName;
        await using var visit = await Visit.BeginAsync(demo, scripts: false);
        foreach (var name in SitePage.All)
            foreach (var lang in new[] { "uk", "en" })
            {
                var answer = await visit.Page.APIRequest.GetAsync(demo.Base + SitePage.Address(demo, name, lang), new() { Headers = [KeyValuePair.Create("Accept", "text/html")] });
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}-{lang}.html"), await answer.TextAsync());
            }

        await File.WriteAllTextAsync(Path.Combine(folder, "site.css"), await (await visit.Page.APIRequest.GetAsync(demo.Base + "/assets/site.css")).TextAsync());
        var (code, output, errors) = await Tool.RunAsync("java", ["-jar", Place.Module("vnu-jar", "build", "dist", "vnu.jar"), "--errors-only", "--also-check-css", "--skip-non-html", .. Directory.GetFiles(folder)]);

        Assert.True(code == 0, errors + output);
    }
}
