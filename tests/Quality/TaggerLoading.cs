using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Quality;

/// <summary>The tagger as the service builds it, from the same files.</summary>
internal static class TaggerLoading
{
    public static (CompetenceTagger Tagger, TextAnalysis Analysis) Load(CommandLine line)
    {
        var analysis = TextAnalysis.Load(line.Dictionary);
        var frameworks = Demand(FrameworkFiles.Load(Path.Combine(line.Config, "frameworks")));
        var lexicon = Demand(VocabularyFiles.Load(Path.Combine(line.Config, "vocabulary"), frameworks));
        return (new CompetenceTagger(analysis, lexicon, frameworks), analysis);
    }

    private static T Demand<T>(Loaded<T> loaded) where T : class =>
        loaded.Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, loaded.Problems));
}
