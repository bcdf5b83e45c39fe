using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>Invented courses, each with something that the others do not have.</summary>
internal static class SampleCourses
{
    public static readonly DateTimeOffset Seen = new(2026, 11, 20, 3, 15, 0, TimeSpan.Zero);

    public static CatalogCourse Media { get; } = Known(
        new()
        {
            Id = "prometheus.DC101",
            Source = "prometheus",
            SourceId = "DC101",
            Title = "Медіаграмотність для громадян",
            Summary = "Як розпізнати фейк, перевірити джерело й не стати жертвою маніпуляції. Курс для всіх, хто читає новини з телефона.\nЧотири модулі, після кожного — короткий тест.",
            Description = "<p>Як розпізнати <strong>фейк</strong>.</p><ul><li>Джерела</li></ul>",
            Url = "https://prometheus.example.org/courses/DC101",
            Provider = "Prometheus",
            Publisher = "Інститут масової інформації",
            Language = "uk",
            SubtitleLanguages = ["en"],
            Image = "https://prometheus.example.org/dc101.png",
            Keywords = ["фейк", "новини"],
            Subjects = ["Суспільство", "Медіа"],
            Level = Level.Foundation,
            Workload = "PT12H",
            Duration = "P4W",
            Mode = CourseMode.SelfPaced,
            Price = Price.Free,
            Access = Access.Self,
            Credential = Credential.Certificate,
            Tutor = Tutor.No,
            Licence = "https://creativecommons.org/licenses/by/4.0/",
        },
        new()
        {
            TaggerVersion = "sample",
            Primary = "1.2",
            Competences =
            [
                new("1.2", 0.91234, [new(EvidenceKind.Text, "title", 0, 15, "Медіаграмотність"), new(EvidenceKind.Text, "summary", 15, 4, "фейк")]),
                new("1.1", 0.4, [new(EvidenceKind.Source, "", 0, 0, "Пошук інформації")]),
            ],
            Contexts = [Context.Basic, Context.Personal],
            Purposes = [new(Context.Basic, 0.71, [new(EvidenceKind.Text, "title", 0, 15, "Медіаграмотність")])],
        });

    public static CatalogCourse Devices { get; } = Known(
        new()
        {
            Id = "dl-sample.42",
            Source = "dl-sample",
            SourceId = "42",
            Title = "Кібербезпека: паролі, резервні копії та двофакторна автентифікація",
            Summary = "Практичний курс із захисту комп’ютера й телефона для працівників бібліотек.",
            Url = "https://dl.example.edu.ua/course/view.php?id=42",
            Provider = "Дистанційне навчання (зразок)",
            Language = "uk",
            Mode = CourseMode.Scheduled,
            Instances = [new(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), new(2027, 1, 15, 0, 0, 0, TimeSpan.Zero), EnrolmentEnd: new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero))],
            Price = Price.FreeToStudy,
            Prices = [new(350, "UAH")],
            Access = Access.Key,
            Credential = Credential.Record,
            Tutor = Tutor.Yes,
            TutorNote = "Консультації щочетверга",
            Workload = "PT2H30M",
        },
        new()
        {
            TaggerVersion = "sample",
            Primary = "4.1",
            Competences = [new("4.1", 0.8, [new(EvidenceKind.Text, "title", 0, 12, "Кібербезпека")]), new("4.2", 0.55, [new(EvidenceKind.Librarian, "", 0, 0, "")])],
            Level = Level.Intermediate,
            Contexts = [Context.Professional],
        },
        CourseState.Missing);

    public static CatalogCourse English { get; } = Known(
        new()
        {
            Id = "prometheus.PY1",
            Source = "prometheus",
            SourceId = "PY1",
            Title = "Programming in Python for everybody",
            Summary = "Variables, loops, functions, and a small project at the end.",
            Url = "https://prometheus.example.org/courses/PY1",
            Provider = "Prometheus",
            Language = "en",
            Price = Price.Paid,
            Prices = [new(49.5m, "USD")],
            Credential = Credential.Certificate,
            Access = Access.Open,
            Workload = "PT40H",
        },
        new() { TaggerVersion = "sample", Primary = "3.4", Competences = [new("3.4", 0.97, [new(EvidenceKind.Text, "title", 0, 11, "Programming")])], Level = Level.Advanced },
        link: LinkHealth.Gone);

    public static CatalogCourse Untagged { get; } = Known(
        new() { Id = "dl-sample.7", Source = "dl-sample", SourceId = "7", Title = "Кераміка для початківців", Url = "https://dl.example.edu.ua/course/view.php?id=7" },
        Tagging.None);

    public static IReadOnlyList<CatalogCourse> All { get; } = [Media, Devices, English, Untagged];

    /// <summary>More courses of no particular kind, for pages and long lists.</summary>
    public static IEnumerable<CatalogCourse> Many(int count) =>
        Enumerable.Range(1, count).Select(number => Known(
            new()
            {
                Id = $"many.{number}",
                Source = "many",
                SourceId = $"{number}",
                Title = $"Таблиці та дані, частина {number}",
                Summary = "Формули, сортування, зведені таблиці.",
                Url = $"https://many.example.org/{number}",
                Provider = $"Портал {number % 11}",
                Language = "uk",
                Price = Price.Free,
            },
            new() { TaggerVersion = "sample", Primary = "1.3", Competences = [new("1.3", 0.7, [new(EvidenceKind.Text, "title", 0, 7, "Таблиці")])] }));

    public static CatalogCourse Known(Course course, Tagging tagging, CourseState state = CourseState.Active, LinkHealth link = LinkHealth.Ok) => new()
    {
        Course = course,
        Tagging = tagging,
        State = state,
        Link = link,
        FirstSeen = Seen.AddDays(-30),
        LastSeen = Seen,
        LastChanged = Seen.AddDays(-3),
    };
}
