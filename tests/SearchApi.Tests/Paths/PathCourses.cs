using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Paths;

/// <summary>Invented courses of which a path can choose.</summary>
internal static class PathCourses
{
    public static IReadOnlyList<CatalogCourse> All { get; } =
    [
        Course("aa.fraud", "Як не стати жертвою шахраїв", "4.2", Level.Foundation, workload: "PT3H"),
        Course("aa.fraud-certified", "Шахраї в мережі: курс із сертифікатом", "4.2", Level.Foundation, workload: "PT8H", credential: Credential.Certificate),
        Course("aa.fraud-tutor", "Захист даних із наставником", "4.2", Level.Foundation, workload: "PT6H", tutor: Tutor.Yes),
        Course("aa.privacy", "Приватність для фахівців", "4.2", Level.Advanced, workload: "PT20H"),
        Course("aa.gone", "Зниклий курс про шахраїв", "4.2", Level.Foundation, link: LinkHealth.Gone),
        Course("aa.devices", "Безпечний телефон", "4.1", Level.Foundation, workload: "PT2H"),
        Course("aa.devices-next", "Безпека пристроїв: наступний рівень", "4.1", Level.Intermediate, workload: "PT5H"),
        Course("aa.paid", "Excel і дані", "1.3", Level.Foundation, price: Price.Paid, workload: "PT10H"),
        Course("aa.python", "Python for beginners", "3.4", Level.Foundation, language: "en"),
        Course("aa.slides", "Презентації без страху", "3.1", Level.Intermediate, workload: "PT4H"),
        Course("aa.video", "Відео телефоном", "3.1", null),
        Course("aa.unknown-length", "Оцінюємо новини", "1.2", Level.Intermediate),
    ];

    private static CatalogCourse Course(
        string id, string title, string competence, Level? level, string language = "uk", Price price = Price.Free, string? workload = null,
        Credential credential = Credential.Unknown, Tutor tutor = Tutor.Unknown, LinkHealth link = LinkHealth.Ok) => SampleCourses.Known(
        new()
        {
            Id = id,
            Source = "aa",
            SourceId = id[3..],
            Title = title,
            Url = $"https://a.example/{id[3..]}",
            Provider = "Портал вигаданих курсів",
            Language = language,
            Level = level,
            Price = price,
            Workload = workload,
            Credential = credential,
            Tutor = tutor,
        },
        new() { TaggerVersion = "sample", Primary = competence, Competences = [new(competence, 0.9, [new(EvidenceKind.Source, "", 0, 0, title)])] },
        link: link);

    /// <summary>A site over these courses with the frameworks of the installation.</summary>
    public static Task<SampleSite> SiteAsync(IReadOnlyList<CatalogCourse>? courses = null) =>
        SampleSite.StartAsync(searcher: new(courses ?? All, RealParts.Frameworks), frameworks: RealParts.Frameworks);
}
