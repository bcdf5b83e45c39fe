using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Benchmarks;

/// <summary>Invented courses of about 90 words with values for every facet. The same seed gives the same courses.</summary>
internal sealed class InventedCourses(int seed, Frameworks frameworks)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly string[] _codes = [.. frameworks.DigComp22.Competences.Select(competence => competence.Code)];
    private readonly Random _random = new(seed);

    public InventedWords Words { get; } = new(seed);

    public IEnumerable<CatalogCourse> Take(int count)
    {
        for (var number = 1; number <= count; number++)
        {
            yield return Next(number);
        }
    }

    private CatalogCourse Next(int number)
    {
        var source = $"portal-{Skewed(30)}";
        var seen = Start.AddMinutes(_random.Next(400_000));
        return new CatalogCourse
        {
            Course = new Course
            {
                Id = $"{source}.{number.ToString(CultureInfo.InvariantCulture)}",
                Source = source,
                SourceId = number.ToString(CultureInfo.InvariantCulture),
                Url = $"https://{source}.example/course/{number}",
                Title = Words.Text(_random, _random.Next(3, 9)),
                Summary = Words.Text(_random, _random.Next(15, 35)),
                Description = $"<p>{Words.Text(_random, _random.Next(30, 80))}</p>",
                Keywords = [Words.Draw(_random), Words.Draw(_random)],
                Provider = $"Портал {Skewed(30)}",
                Publisher = $"Університет {Skewed(200)}",
                Language = _random.Next(4) == 0 ? "en" : "uk",
                SubtitleLanguages = _random.Next(5) == 0 ? ["en"] : [],
                Workload = $"PT{_random.Next(1, 60)}H",
                Mode = Any<CourseMode>(),
                Price = Any<Price>(),
                Access = Any<Access>(),
                Credential = Any<Credential>(),
                Tutor = Any<Tutor>(),
                Instances = _random.Next(3) == 0 ? [new CourseInstance(Start.AddDays(_random.Next(600)), null)] : [],
            },
            Tagging = new Tagging
            {
                TaggerVersion = "invented",
                Competences = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => _codes[Skewed(_codes.Length) - 1]).Distinct().Select(code => new Assignment(code, 0.8, []))],
                Level = _random.Next(3) == 0 ? null : Any<Level>(),
                Contexts = _random.Next(2) == 0 ? [Any<Context>()] : [],
            },
            Link = Any<LinkHealth>(),
            FirstSeen = seen,
            LastSeen = seen,
            LastChanged = seen,
        };
    }

    private T Any<T>() where T : struct, Enum => Enum.GetValues<T>()[Skewed(Enum.GetValues<T>().Length) - 1];

    // 1 to most, small numbers far more often.
    private int Skewed(int most) => 1 + (int)(most * Math.Pow(_random.NextDouble(), 2));
}
