using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>Frameworks and tagger from the files of the installation; the stemmer serves, so that every machine answers alike.</summary>
internal static class RealParts
{
    private static readonly Lazy<TextAnalysis> LoadedAnalysis = new(() => TextAnalysis.Load("none"));
    private static readonly Lazy<Frameworks> LoadedFrameworks = new(() => Demand(FrameworkFiles.Load(Config("frameworks"))));
    private static readonly Lazy<CompetenceTagger> LoadedTagger = new(() =>
        new(Analysis, Demand(VocabularyFiles.Load(Config("vocabulary"), Frameworks)), Frameworks));

    public static TextAnalysis Analysis => LoadedAnalysis.Value;

    public static Frameworks Frameworks => LoadedFrameworks.Value;

    public static CompetenceTagger Tagger => LoadedTagger.Value;

    /// <summary>The folder that holds the solution.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "DcCourseIndex.sln")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException($"No DcCourseIndex.sln above {AppContext.BaseDirectory}.");
            return folder.FullName;
        }
    }

    private static string Config(string folder) => Path.Combine(Root, "config", folder);

    private static T Demand<T>(Loaded<T> loaded) where T : class =>
        loaded.Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, loaded.Problems));
}
