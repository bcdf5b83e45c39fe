using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>Which facts a hit and a course's page show.</summary>
internal static partial class CourseWords
{
    /// <summary>The few that decide whether a hit is worth a look; what is unknown stays out.</summary>
    public static IEnumerable<Fact> Facts(PageTexts texts, CourseItem course)
    {
        if (course.Level is { } level)
            yield return new("level", texts.Fill("hit.level", texts.Value("level", Wire.Name(level))));
        if (course.Language is { } language)
            yield return new("language", texts.Fill("hit.language", texts.LanguageName(language)));
        if (course.Price != Catalog.Courses.Price.Unknown)
            yield return new($"price {Wire.Name(course.Price)}", Price(texts, course));
        if (course.Credential is not Credential.Unknown)
            yield return new("credential", texts.Value("credential", Wire.Name(course.Credential)));
        if ((course.Workload ?? course.Duration) is { } length)
            yield return new("length", Length(texts, length));
        if (course.Instances.Where(run => run.Start > course.LastSeen).Min(run => run.Start) is { } start)
            yield return new("start", texts.Fill("hit.start", texts.Date(start)));
        if (course.Tutor == Tutor.Yes)
            yield return new("tutor", texts.Value("tutor", Wire.Name(course.Tutor)));
    }

    /// <summary>Everything, term by term; terms without words are left out.</summary>
    public static IEnumerable<(string Term, IReadOnlyList<string> Words)> AllFacts(PageTexts texts, CourseItem course)
    {
        IEnumerable<(string Key, IEnumerable<string?> Words)> facts =
        [
            ("provider", [course.Provider]),
            ("publisher", [course.Publisher]),
            ("authors", course.Authors),
            ("language", [course.Language is { } language ? texts.LanguageName(language) : null]),
            ("subtitles", course.SubtitleLanguages.Select(texts.LanguageName)),
            ("level", [course.Level is { } level ? texts.Value("level", Wire.Name(level)) : null]),
            ("context", course.Context.Select(context => texts.Value("context", Wire.Name(context)))),
            ("price", [course.PriceSeen is null ? Price(texts, course) : texts.Fill("course.priceSeen", Price(texts, course), texts.Date(course.LastSeen))]),
            ("access", [Known(texts, "access", course.Access)]),
            ("mode", [Known(texts, "mode", course.Mode)]),
            ("workload", [course.Workload is { } workload ? Length(texts, workload) : null]),
            ("duration", [course.Duration is { } duration ? Length(texts, duration) : null]),
            ("instances", course.Instances.SelectMany(instance => Dates(texts, instance))),
            ("credential", [Known(texts, "credential", course.Credential)]),
            ("tutor", [Known(texts, "tutor", course.Tutor), course.TutorNote]),
            ("licence", [course.Licence]),
            ("subjects", [course.Subjects.Count == 0 ? null : string.Join(" › ", course.Subjects)]),
            ("keywords", [course.Keywords.Count == 0 ? null : string.Join(", ", course.Keywords)]),
            ("seen", [texts.Date(course.LastSeen)]),
            ("id", [course.Id]),
        ];
        return facts
            .Select(fact => (texts[$"course.{fact.Key}"], (IReadOnlyList<string>)[.. fact.Words.OfType<string>()]))
            .Where(fact => fact.Item2.Count > 0);
    }

    private static string? Known<T>(PageTexts texts, string field, T value) where T : struct, Enum =>
        Wire.Name(value) == "unknown" ? null : texts.Value(field, Wire.Name(value));

    private static IEnumerable<string?> Dates(PageTexts texts, CourseInstance instance)
    {
        yield return Span(texts, instance.Start, instance.End);
        if (Span(texts, instance.EnrolmentStart, instance.EnrolmentEnd) is { } enrolment)
            yield return texts.Fill("course.enrolment", enrolment);
    }
}

/// <summary>One fact of a hit; the kind is a class for the stylesheet.</summary>
internal sealed record Fact(string Kind, string Words);
