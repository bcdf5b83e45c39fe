using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>What happens to every listing on its way into the catalogue, be it harvested, imported or tagged again: normalise, then tag.</summary>
public sealed class ListingPreparation(CourseNormaliser normaliser, CompetenceTagger tagger)
{
    /// <summary>The entry for the catalogue, or why the listing is not taken; exactly one of the two.</summary>
    public (HarvestEntry? Entry, Refusal? Refusal) Prepare(RawListing raw, SourceTraits source)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var (course, refusal) = normaliser.Normalise(raw, source);
        return course is null
            ? (null, refusal)
            : (new HarvestEntry(raw, course, tagger.Tag(TextOf(course, raw.Competences))), null);
    }

    /// <summary>The texts that evidence points into: title and summary as they are, the description as text.</summary>
    public static TaggedText TextOf(Course course, IReadOnlyList<CompetenceStatement>? statements)
    {
        ArgumentNullException.ThrowIfNull(course);
        return new(course.Title, course.Summary, HtmlText.ToText(course.Description, course.Language), course.Language, statements);
    }
}
