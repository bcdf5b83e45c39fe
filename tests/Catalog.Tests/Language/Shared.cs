using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Language;
using Xunit.Abstractions;

namespace DcCourseIndex.Catalog.Tests.Language;

/// <summary>What several tests of this room stand on and not every machine has.</summary>
internal static class Shared
{
    private static readonly Lazy<TextAnalysis> Auto = new(() => TextAnalysis.Load("auto"));

    public static TextAnalysis Stemmer { get; } = TextAnalysis.Load("none");

    /// <summary>The analysis with the installed dictionary; null, with the reason in the output, where there is none.</summary>
    public static TextAnalysis? Dictionary(ITestOutputHelper output, [CallerMemberName] string test = "")
    {
        if (Auto.Value.Dictionary.StartsWith("hunspell-uk", StringComparison.Ordinal))
        {
            return Auto.Value;
        }

        output.WriteLine($"{test}: not run, hunspell-uk is not installed here.");
        return null;
    }

    /// <summary>A file of the shared folder beside the project; null, with the reason in the output, where there is none.</summary>
    public static string? File(string path, ITestOutputHelper output)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "DcCourseIndex.sln")))
        {
            folder = folder.Parent;
        }

        for (var around = folder?.Parent; around is not null; around = around.Parent)
        {
            var file = Path.Combine(around.FullName, "shared", path);
            if (System.IO.File.Exists(file))
            {
                return file;
            }
        }

        output.WriteLine($"Not run: there is no shared/{path} beside the project.");
        return null;
    }

    public static string[] Terms(this TextAnalysis analysis, string text) => [.. analysis.Analyse(text).Select(token => string.Join("|", token.Terms))];
}
