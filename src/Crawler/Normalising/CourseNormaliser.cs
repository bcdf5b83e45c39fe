using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>
/// Makes a course of a raw listing: plain text, safe HTML, language, dates, wire values. Pure, safe for many threads, and the same for the same input,
/// because the hash of the course decides on revisions. What a portal does not say stays unknown.
/// </summary>
public sealed class CourseNormaliser(TextLimits? limits = null)
{
    private const int EnoughToGuess = 2_000;

    private readonly TextLimits _limits = limits ?? new();

    /// <summary>Normalises one listing of a source; refused without identifier, title or web address.</summary>
    public Normalised Normalise(RawListing raw, SourceTraits source)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(source);
        if (string.IsNullOrWhiteSpace(raw.Id))
        {
            return Refused(raw, "has no identifier; without one it would be another course at every run");
        }

        var stated = LanguageTags.Canonical(raw.Language);
        var wanted = stated is null or "mul" ? source.Language : stated;
        var title = Texts.Cut(HtmlText.OneLine(raw.Title ?? "", wanted), _limits.Title);
        if (title.Length == 0)
        {
            return Refused(raw, "has no title");
        }

        if (WebAddress.Of(raw.Url) is not { } address)
        {
            return Refused(raw, $"has the address «{Texts.Cut(raw.Url ?? "", 200)}», which is not an absolute http or https address");
        }

        var (summary, description) = SummaryAndDescription(raw, address, wanted);
        var (workload, duration) = StudyTime.Of(raw.Workload, raw.Duration);
        return new(new Course
        {
            Id = CourseId.Of(source.Name, raw.Id),
            Source = source.Name,
            SourceId = raw.Id,
            Title = title,
            Summary = summary,
            Description = description,
            Url = address.AbsoluteUri,
            Provider = Texts.Line(raw.Provider, wanted) ?? source.Provider,
            Publisher = Texts.Line(raw.Publisher, wanted),
            Authors = source.KeepAuthors ? Texts.Lines(raw.Authors, wanted) : [],
            Language = stated ?? LanguageGuess.Guess(title, Texts.Cut(summary, EnoughToGuess)) ?? LanguageTags.Canonical(source.Language),
            SubtitleLanguages = LanguageTags.CanonicalAll(raw.SubtitleLanguages),
            Image = WebAddress.Of(raw.Image)?.AbsoluteUri,
            Keywords = Texts.Lines(raw.Keywords, wanted),
            Subjects = Texts.Lines(raw.Subjects, wanted),
            Level = Levels.Of(raw.Level),
            Workload = workload,
            Duration = duration,
            Mode = StatedValues.Mode(raw.Mode),
            Instances = Instances.Of(raw.Instances),
            Price = StatedValues.Price(raw.Price),
            Prices = Prices.Of(raw.Prices),
            Access = StatedValues.Access(raw.Access),
            Credential = StatedValues.Credential(raw.Credential),
            Tutor = StatedValues.Tutor(raw.Tutor),
            TutorNote = Texts.Line(raw.TutorNote, wanted) is { } note ? Texts.Cut(Masking.Mask(note), _limits.TutorNote) : null,
            PassingOn = source.PassingOn,
            Licence = WebAddress.Of(raw.Licence)?.AbsoluteUri ?? Texts.Line(raw.Licence, wanted),
        }, null);
    }

    private (string Summary, string Description) SummaryAndDescription(RawListing raw, Uri address, string language)
    {
        var summary = HtmlText.ToText(raw.Summary ?? "", language);
        var description = HtmlText.ToText(raw.Description ?? "", language);
        var kept = Texts.Cut(Masking.Mask(summary.Length > 0 ? summary : description), _limits.Summary);
        if (description.Length == 0 || Texts.SaysNoMore(description, kept))
        {
            return (kept, "");
        }

        var html = Masking.MaskHtml(HtmlSanitiser.Sanitise(raw.Description!, address, language));
        return (kept, html.Length <= _limits.Description ? html : HtmlSanitiser.Sanitise(Texts.Cut(html, _limits.Description), address, language));
    }

    private static Normalised Refused(RawListing raw, string reason) =>
        new(null, new Refusal(raw.Id, $"Listing «{Texts.Cut(raw.Id ?? "", 100)}» {reason}. Correct it at the portal or in the file.", raw.Url));
}
