using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Indexer.Tests.Support;

/// <summary>Invented courses, one at a time or by the hundred.</summary>
public static class Invented
{
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Words =
        ("безпека інтернет курс дані захист цифровий пошук інформація мережа пароль учитель бібліотека таблиця програма мова освіта "
        + "графіка відео код сайт право авторський етика довкілля гроші банк пошта спілкування громада послуга держава "
        + "media literacy python excel privacy safety online course data library").Split(' ');

    public static CatalogCourse Course(string id, string title, string summary = "", Func<Course, Course>? with = null, params string[] competences)
    {
        var course = new Course { Id = id, Source = id.Split('.')[0], SourceId = id.Split('.')[1], Title = title, Summary = summary, Url = $"https://portal.example/{id}" };
        return new CatalogCourse
        {
            Course = with is null ? course : with(course),
            Tagging = new Tagging
            {
                TaggerVersion = "test",
                Primary = competences.FirstOrDefault(),
                Competences = [.. competences.Select(code => new Assignment(code, 0.9, []))],
            },
            FirstSeen = Start,
            LastSeen = Start,
            LastChanged = Start,
        };
    }

    public static CourseChange Change(long revision, CatalogCourse course) => new(revision, course.Course.Id, course.State, course);

    public static CourseChange Tombstone(long revision, string id) => new(revision, id, CourseState.Retired, null);

    /// <summary>Courses with random words and values, the same for the same seed.</summary>
    public static CatalogCourse[] Many(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, count).Select(number => Any(number, random))];
    }

    private static CatalogCourse Any(int number, Random random)
    {
        var source = Pick("alpha", "beta", "gamma");
        var codes = Ground.Frameworks.DigComp22.Competences.Select(competence => competence.Code).ToArray();
        var entry = Course($"{source}.{number}", Text(2, 6), Text(0, 25), with: course => course with
        {
            Description = random.Next(3) == 0 ? $"<p>{Text(5, 30)}</p>" : "",
            Provider = Maybe("Портал «Альфа»", "Beta Online", "Гамма"),
            Language = Maybe("uk", "en", "mul"),
            SubtitleLanguages = random.Next(4) == 0 ? ["en", "uk"] : [],
            Keywords = random.Next(2) == 0 ? [Text(1, 2), Text(1, 2)] : [],
            Level = random.Next(2) == 0 ? Any<Level>() : null,
            Workload = Maybe("PT1H", "PT3H", "PT20H", "PT21H"),
            Duration = Maybe("P1D", "P4W", "garbage"),
            Mode = Any<CourseMode>(),
            Price = Any<Price>(),
            Access = Any<Access>(),
            Credential = Any<Credential>(),
            Tutor = Any<Tutor>(),
            Instances = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Run())],
        });
        return entry with
        {
            State = random.Next(10) == 0 ? CourseState.Missing : CourseState.Active,
            Link = Any<LinkHealth>(),
            FirstSeen = Start.AddDays(random.Next(40)),
            Tagging = entry.Tagging with
            {
                Competences = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Pick(codes)).Distinct().Select(code => new Assignment(code, 0.8, []))],
                Contexts = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Any<Context>()).Distinct()],
                Level = random.Next(2) == 0 ? Any<Level>() : null,
            },
        };

        string Text(int least, int most) => string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))]));

        T Pick<T>(params T[] values) => values[random.Next(values.Length)];

        string? Maybe(params string[] values) => random.Next(4) == 0 ? null : Pick(values);

        T Any<T>() where T : struct, Enum => Pick(Enum.GetValues<T>());

        CourseInstance Run()
        {
            var start = new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero).AddDays(random.Next(120));
            return new CourseInstance(random.Next(5) == 0 ? null : start, random.Next(3) == 0 ? null : start.AddDays(30));
        }
    }
}
