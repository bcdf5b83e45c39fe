using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>Makes the items of an answer from courses of the index.</summary>
/// <param name="codes">For the codes of the framework that the answer speaks.</param>
/// <param name="sightings">Null where the courses come from the catalogue itself, which knows when it saw them.</param>
internal sealed class CourseItems(CompetenceCodes codes, Sightings? sightings = null)
{
    public CourseItem Of(CourseHit hit, Framework framework, string lang) => Of(hit.Course, framework, lang) with
    {
        Score = Math.Round(hit.Score, 4),
        Highlights = hit.Highlights.ToDictionary(pair => pair.Key, pair => MarkOnly.Html(pair.Value)),
        Explanation = hit.Explanation,
        Offers = Offers(hit.Course.Course, hit.Offers),
    };

    public CourseItem Of(CatalogCourse known, Framework framework, string lang)
    {
        var course = known.Course;
        var seen = sightings?.LastOf(known) ?? known.LastSeen;
        return new()
        {
            Id = course.Id,
            Title = course.Title,
            Summary = course.Summary,
            Url = course.Url,
            Provider = course.Provider,
            Publisher = course.Publisher,
            Authors = course.Authors,
            Source = course.Source,
            Language = course.Language,
            SubtitleLanguages = course.SubtitleLanguages,
            Image = course.Image,
            Keywords = course.Keywords,
            Subjects = course.Subjects,
            Framework = framework.Id,
            Primary = codes.Primary(known.Tagging, framework.Id),
            Competences = [.. codes.Translate(known.Tagging, framework.Id).Select(assignment => Competence(assignment, framework, lang))],
            Level = known.Level,
            Context = known.Tagging.Contexts,
            ContextEvidence = [.. known.Tagging.Purposes.Where(purpose => known.Tagging.Contexts.Contains(purpose.Context)).Select(purpose => new PurposeItem(purpose.Context, purpose.Confidence, purpose.Evidence))],
            Price = course.Price,
            Prices = course.Prices,
            PriceSeen = course.Price == Price.Unknown ? null : DateOnly.FromDateTime(seen.UtcDateTime),
            Access = course.Access,
            Mode = course.Mode,
            Credential = course.Credential,
            Tutor = course.Tutor,
            TutorNote = course.TutorNote,
            Workload = course.Workload,
            Duration = course.Duration,
            Instances = course.Instances,
            Licence = course.Licence,
            State = known.State,
            Link = known.Link,
            LinkMoved = known.LinkMoved,
            FirstSeen = known.FirstSeen,
            LastSeen = seen,
            LastChanged = known.LastChanged,
            Overrides = known.Overrides.Count > 0 ? known.Overrides : null,
            Offers = Offers(course, []),
        };
    }

    /// <summary>The offers of a course as seen from one of them, that one first.</summary>
    public static IReadOnlyList<OfferItem> Offers(Course course, IReadOnlyList<CourseOffer> offers) => offers.Count == 0
        ? [new(course.Id, course.Source, course.Url, course.Price, course.Access)]
        : [.. offers.OrderBy(offer => offer.Id == course.Id ? 0 : 1).Select(offer => new OfferItem(offer.Id, offer.Source, offer.Url, offer.Price, offer.Access)
        {
            Provider = offer.Provider,
            Prices = offer.Prices.Count > 0 ? offer.Prices : null,
            Reasons = offer.Id == course.Id ? null : Reasons(offer, course.Id),
        })];

    // What it shares with the shown course; failing that, with another offer of it.
    private static IReadOnlyList<OfferReason> Reasons(CourseOffer offer, string shown)
    {
        var direct = offer.Links.Where(link => link.Other == shown).ToList();
        return [.. (direct.Count > 0 ? direct : offer.Links.Take(1)).Select(link => new OfferReason(link.Kind, link.Detail, link.Other))];
    }

    private static CompetenceItem Competence(Assignment assignment, Framework framework, string lang) =>
        new(assignment.Code, CompetenceCodes.Label(framework, assignment.Code, lang), Math.Round(assignment.Confidence, 4), assignment.Evidence);
}
