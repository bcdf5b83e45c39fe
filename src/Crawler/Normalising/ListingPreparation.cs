using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>What happens to every listing on its way into the catalogue, be it harvested, imported or tagged again: take out what must not be kept, normalise, tag.</summary>
public sealed class ListingPreparation(CourseNormaliser normaliser, CompetenceTagger tagger)
{
    private volatile ForgottenList forgotten = ForgottenList.Empty;

    /// <summary>Who and what is not to be listed or named from now on.</summary>
    public void Heed(ForgottenList list) => forgotten = list;

    /// <summary>The entry for the catalogue, or why the listing is not taken; exactly one of the two.</summary>
    public (HarvestEntry? Entry, Refusal? Refusal) Prepare(RawListing raw, SourceTraits source)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(source);
        var heeded = forgotten;
        if (raw.Id is not null && heeded.HasCourse(CourseId.Of(source.Name, raw.Id)))
        {
            // Neither its id nor its address: the report would remember what is forgotten.
            return (null, new Refusal(null, "A listing is not taken: forgotten on request."));
        }

        var clean = ListingCleaning.Clean(raw, source, heeded);
        var (course, refusal) = normaliser.Normalise(clean, source);
        return course is null
            ? (null, refusal)
            : (new HarvestEntry(clean, course, tagger.Tag(TextOf(course, raw.Competences))), null);
    }

    /// <summary>The texts that evidence points into: title and summary as they are, the description as text.</summary>
    public static TaggedText TextOf(Course course, IReadOnlyList<CompetenceStatement>? statements)
    {
        ArgumentNullException.ThrowIfNull(course);
        return new(course.Title, course.Summary, HtmlText.ToText(course.Description, course.Language), course.Language, statements);
    }
}
