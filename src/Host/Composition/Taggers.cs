using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.Language;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Composition;

/// <summary>The tagger of an installation; says in the log where it has to do without a trained model.</summary>
internal static partial class Taggers
{
    /// <summary>In words for <c>status</c>.</summary>
    public static string Describe(TrainedModel? model, TrainedModel? questions) =>
        (model?.Description ?? "by words alone, less well: there is no trained model. Run «dccourseindex train».")
        + (questions is null ? "; for questions the same" : $"; for questions {questions.Description}");

    public static CompetenceTagger Create(Installation installation, TextAnalysis analysis, ILoggerFactory logs)
    {
        var tagger = new CompetenceTagger(analysis, installation.Lexicon, installation.Frameworks, installation.Model, installation.Questions);
        if (tagger.Model is null)
        {
            LogNoModel(logs.CreateLogger<CompetenceTagger>(), Path.Combine(installation.ConfigFolder, "models"));
        }

        return tagger;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no trained model in {Folder}: courses are tagged by words alone, less well. Run «dccourseindex train».")]
    private static partial void LogNoModel(ILogger logger, string folder);
}
