using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Documentation;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>An invented course in every format, for the documentation.</summary>
internal sealed record ExportExamples() : MediaExamples([.. ExportFormat.All.Select(format => (format.Type, format.Write([Course])))])
{
    public static readonly CourseItem Course = new()
    {
        Id = "sample.101",
        Title = "Invented course on media literacy",
        Summary = "An example that does not exist.",
        Url = "https://portal.example.org/courses/101",
        Publisher = "Invented institute",
        Authors = [],
        Source = "sample",
        Language = "en",
        SubtitleLanguages = [],
        Keywords = ["media"],
        Subjects = [],
        Framework = "digcomp-2.2",
        Competences = [],
        Context = [],
        Price = Price.Free,
        Prices = [],
        Access = Access.Open,
        Mode = CourseMode.Scheduled,
        Credential = Credential.None,
        Tutor = Tutor.Unknown,
        Instances = [new(At(2, 1), At(3, 1))],
        Licence = "https://creativecommons.org/licenses/by/4.0/",
        State = CourseState.Active,
        Link = LinkHealth.Ok,
        FirstSeen = At(1, 1),
        LastSeen = At(1, 2),
        LastChanged = At(1, 1),
        Offers = [],
    };

    public static readonly ExportExamples Instance = new();

    private static DateTimeOffset At(int month, int day) => new(2026, month, day, 9, 0, 0, TimeSpan.Zero);
}
