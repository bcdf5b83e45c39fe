using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Work;

/// <summary>Text analysis and tagger from the project's own files. The stemmer serves, so that every machine answers alike.</summary>
internal static class Prepared
{
    public static TextAnalysis Analysis { get; } = TextAnalysis.Load("none");

    private static readonly Lazy<CompetenceTagger> Tagger = new(() =>
    {
        var config = Path.Combine(Workspace.Root, "config");
        var frameworks = FrameworkFiles.Load(Path.Combine(config, "frameworks")).Value!;
        return new CompetenceTagger(Analysis, VocabularyFiles.Load(Path.Combine(config, "vocabulary"), frameworks).Value!, frameworks);
    });

    /// <summary>A preparation of one's own: what it is told to forget is forgotten for whoever shares it.</summary>
    public static ListingPreparation Listings() => new(new CourseNormaliser(), Tagger.Value);
}
