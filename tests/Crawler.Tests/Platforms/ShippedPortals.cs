using System.Globalization;
using System.Text;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms;

/// <summary>Writes the part of <c>docs/sources.md</c> on the shipped source files: what each says at its head of what is confirmed and what is not.</summary>
internal static class ShippedPortals
{
    private const string About = "# ";

    public static string Write()
    {
        var folder = Path.Combine(Workspace.Root, "config", "sources");
        var set = SourceFiles.Load(folder, AllPlatforms.Create(_ => null).Select(platform => platform.Name).ToHashSet());
        Assert.Empty(set.Problems);
        var page = new StringBuilder(
            """

            ## The shipped portals
            Each is a file under `config/sources`, and this is what the file says at its head. «Confirmed» is what public texts or programs of others show;
            nothing of it was tried on the live portal from here.

            | portal | file | platform | address | enabled |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var source in set.Sources)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {source.Title} | `{source.Name}.yml` | {source.Platform} | {source.Address?.ToString() ?? "not known"} | {(source.Enabled ? "yes" : "no")} |\n");
        }

        foreach (var source in set.Sources)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {source.Title} (`{source.Name}.yml`)\n{string.Join('\n', Head(Path.Combine(folder, $"{source.Name}.yml")))}\n");
        }

        return page.ToString();
    }

    // A sentence that begins a line with such a word and a colon begins a point of its own.
    private static IEnumerable<string> Head(string file) => File.ReadLines(file)
        .TakeWhile(line => line.StartsWith('#'))
        .Where(line => !line.Contains("yaml-language-server", StringComparison.Ordinal) && line.StartsWith(About, StringComparison.Ordinal))
        .Select(line => line[About.Length..].Trim())
        .Select(line => IsPoint(line) ? $"- {line}" : line);

    private static bool IsPoint(string line) => line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
        && line[..end].TrimEnd(':') is "Confirmed" or "Inferred" or "Contested" or "Untried" or "Not" or "Before" or "Nothing" or "Remedy" or "What" or "Usual";
}
