using System.Collections.Concurrent;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>What happens to every listing on its way into the catalogue, be it harvested, imported or tagged again: take out what must not be kept, normalise, tag.</summary>
public sealed class ListingPreparation(CourseNormaliser normaliser, CompetenceTagger tagger)
{
    private readonly ConcurrentDictionary<string, RepeatedSentences> repeated = new(StringComparer.Ordinal);

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
            : (new HarvestEntry(clean, course, tagger.Tag(Noted(course, source) with { Statements = raw.Competences, Subjects = course.Subjects })), null);
    }

    /// <summary>Takes note of what a source says again and again, before its listings are tagged; whoever has them all at hand does so first.</summary>
    public void Learn(RawListing raw, SourceTraits source)
    {
        if (normaliser.Normalise(ListingCleaning.Clean(raw, source, forgotten), source).Course is { } course)
        {
            Noted(course, source);
        }
    }

    private TaggedText Noted(Course course, SourceTraits source)
    {
        var text = TextOf(course, statements: null);
        var sentences = repeated.GetOrAdd(source.Name, _ => new RepeatedSentences());
        sentences.Note(course.Id, text);
        return text with { Repeated = sentences };
    }

    /// <summary>The texts that evidence points into: title and summary as they are, the description as text.</summary>
    public static TaggedText TextOf(Course course, IReadOnlyList<CompetenceStatement>? statements)
    {
        ArgumentNullException.ThrowIfNull(course);
        return new(course.Title, course.Summary, HtmlText.ToText(course.Description, course.Language), course.Language, statements);
    }
}
