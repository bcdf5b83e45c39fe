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

    private readonly ConcurrentDictionary<string, byte> learnt = new(StringComparer.Ordinal);

    private volatile ForgottenList forgotten = ForgottenList.Empty;

    /// <summary>The version of the tagger that entries are tagged with.</summary>
    public string TaggerVersion => tagger.Version;

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
            : (new HarvestEntry(clean, course, tagger.Tag(TextOf(course, raw.Competences) with { Subjects = course.Subjects, Repeated = repeated.GetValueOrDefault(source.Name) })), null);
    }

    /// <summary>
    /// Takes note of what a source says again and again. Only from listings that the catalogue keeps, and not while they are harvested: the order in which
    /// a portal lists its courses must not change their competences, nor a login page what is known of its sentences.
    /// </summary>
    public void Learn(RawListing raw, SourceTraits source)
    {
        if (normaliser.Normalise(ListingCleaning.Clean(raw, source, forgotten), source).Course is { } course)
        {
            repeated.GetOrAdd(source.Name, _ => new RepeatedSentences()).Note(course.Id, TextOf(course, statements: null));
        }
    }

    /// <summary>Learns from everything that the catalogue keeps of a source, once in the life of the program: so that a night tags as the night before.</summary>
    public async Task LearnOnceAsync(SourceTraits source, ICourseCatalog catalog, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(catalog);
        if (learnt.TryAdd(source.Name, 0))
        {
            await foreach (var stored in catalog.RawListingsAsync(source.Name, ct).ConfigureAwait(false))
            {
                Learn(stored.Raw, source);
            }
        }
    }

    /// <summary>The texts that evidence points into: title and summary as they are, the description as text.</summary>
    public static TaggedText TextOf(Course course, IReadOnlyList<CompetenceStatement>? statements)
    {
        ArgumentNullException.ThrowIfNull(course);
        return new(course.Title, course.Summary, HtmlText.ToText(course.Description, course.Language), course.Language, statements);
    }
}
