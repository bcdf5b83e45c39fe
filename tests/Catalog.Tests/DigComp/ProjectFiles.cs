using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Tests.DigComp;

/// <summary>The frameworks and words that the project ships, and a tagger over them, loaded once for all tests of this room.</summary>
internal static class ProjectFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>The stemmer: it is on every machine, so these tests say the same everywhere.</summary>
    public static TextAnalysis Analysis { get; } = TextAnalysis.Load("none");

    public static Frameworks Frameworks { get; } = Demand(FrameworkFiles.Load(Path.Combine(Root, "config", "frameworks")));

    public static Lexicon Lexicon { get; } = Demand(VocabularyFiles.Load(Path.Combine(Root, "config", "vocabulary"), Frameworks));

    public static CompetenceTagger Tagger { get; } = new(Analysis, Lexicon, Frameworks);

    private static readonly Lazy<CompetenceTagger> Learned = new(() =>
    {
        var model = ModelFile.Load(Path.Combine(Root, "config", "models"), Frameworks);
        Assert.Empty(model.Problems);
        Assert.NotNull(model.Value);
        return new(Analysis, Lexicon, Frameworks, model.Value);
    });

    private static readonly Lazy<CompetenceTagger> Asked = new(() =>
    {
        var questions = ModelFile.Load(Path.Combine(Root, "config", "models"), Frameworks, ModelFile.Questions);
        Assert.Empty(questions.Problems);
        Assert.NotNull(questions.Value);
        return new(Analysis, Lexicon, Frameworks, LearnedTagger.Model, questions.Value);
    });

    /// <summary>The same with the trained model that the project ships.</summary>
    public static CompetenceTagger LearnedTagger => Learned.Value;

    /// <summary>The same with what was learnt of questions as well.</summary>
    public static CompetenceTagger AskedTagger => Asked.Value;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DcCourseIndex.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static T Demand<T>(Loaded<T> loaded) where T : class
    {
        Assert.Empty(loaded.Problems);
        return loaded.Value!;
    }
}
