using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Quality;

/// <summary>The tagger as the service builds it, from the same files.</summary>
internal static class TaggerLoading
{
    public static (CompetenceTagger Tagger, TextAnalysis Analysis) Load(CommandLine line)
    {
        var (analysis, frameworks, lexicon) = LoadParts(line);
        return (new CompetenceTagger(analysis, lexicon, frameworks, LoadModel(line, frameworks)), analysis);
    }

    /// <summary>What tagger and index are made of.</summary>
    public static (TextAnalysis Analysis, Frameworks Frameworks, Lexicon Lexicon) LoadParts(CommandLine line)
    {
        var frameworks = Demand(FrameworkFiles.Load(Path.Combine(line.Config, "frameworks")));
        return (TextAnalysis.Load(line.Dictionary), frameworks, Demand(VocabularyFiles.Load(Path.Combine(line.Config, "vocabulary"), frameworks)));
    }

    /// <summary>
    /// Taggers that each lack another random part of the words. The words were written by people who had seen labelled listings;
    /// with some of them gone, the listings are as strange to the tagger as new ones will be.
    /// </summary>
    public static IEnumerable<CompetenceTagger> LoadForgetful(CommandLine line, double forgotten, int count)
    {
        var (analysis, frameworks, lexicon) = LoadParts(line);
        for (var seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            yield return new CompetenceTagger(analysis, lexicon with { Terms = [.. lexicon.Terms.Where(term => random.NextDouble() >= forgotten)] }, frameworks);
        }
    }

    /// <summary>As in <c>config/models</c>; none with <c>--model none</c>.</summary>
    public static TrainedModel? LoadModel(CommandLine line, Frameworks frameworks) => Load(line, frameworks, "model", ModelFile.Name);

    /// <summary>What was learnt of what people type, as in <c>config/models</c>; none with <c>--questions none</c>.</summary>
    public static TrainedModel? LoadQuestions(CommandLine line, Frameworks frameworks) => Load(line, frameworks, "questions", ModelFile.Questions);

    private static TrainedModel? Load(CommandLine line, Frameworks frameworks, string option, string name)
    {
        var loaded = line.Option(option) == "none" ? new(null, []) : ModelFile.Load(line.Option(option) ?? Path.Combine(line.Config, "models"), frameworks, name);
        return loaded.Problems.Count == 0 ? loaded.Value : throw new InvalidOperationException(string.Join(Environment.NewLine, loaded.Problems));
    }

    public static T Demand<T>(Loaded<T> loaded) where T : class =>
        loaded.Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, loaded.Problems));
}
