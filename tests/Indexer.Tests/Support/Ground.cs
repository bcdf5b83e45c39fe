using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Indexer.Tests.Support;

/// <summary>What is loaded once for all tests: the text analysis and the project's own frameworks and rings.</summary>
public static class Ground
{
    public static TextAnalysis Analysis { get; } = TextAnalysis.Load("auto");

    public static string Root { get; } = FindRoot();

    public static Frameworks Frameworks { get; } = FrameworkFiles.Load(Path.Combine(Root, "config", "frameworks")).Value!;

    public static IReadOnlyList<IReadOnlyList<string>> Rings { get; } = VocabularyFiles.Load(Path.Combine(Root, "config", "vocabulary"), Frameworks).Value!.QueryWords.Rings;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DcCourseIndex.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the tests holds DcCourseIndex.sln.");
        }

        return folder;
    }
}
