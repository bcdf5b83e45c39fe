using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Platforms.Moodle;

namespace DcCourseIndex.Crawler.Tests.Platforms.Moodle;

public sealed class MoodleFieldsTests
{
    [Theory]
    [InlineData("level", "Рівень", "Початковий", "level: Початковий")]
    [InlineData("f1", "Рівень складності", "середній", "level: середній")]
    [InlineData("mova", "Мова викладання", "українська", "language: українська")]
    [InlineData("lang", "Language", "en", "language: en")]
    [InlineData("hours", "Обсяг, год.", "30", "workload: PT30H")]
    [InlineData("f2", "Обсяг", "2 години на тиждень", "workload: 2 години на тиждень")]
    [InlineData("f3", "Тривалість", "6", "duration: 6")]
    [InlineData("f3", "Тривалість", "6 тижнів", "duration: 6 тижнів")]
    [InlineData("f3", "Тривалість (годин)", "6", "workload: PT6H")]
    [InlineData("cert", "Сертифікат", "Так", "credential: certificate")]
    [InlineData("cert", "Сертифікат", "Ні", "credential: none")]
    [InlineData("cert", "Certificate", "Yes", "credential: certificate")]
    [InlineData("cert", "Сертифікат", "за бажанням", "credential: ")]
    [InlineData("digcomp", "Компетентність DigComp", "2.4", "competences: digcomp-2.2 2.4")]
    [InlineData("f4", "DigComp", "1.2, 3.1 (медіа)", "competences: digcomp-2.2 1.2, digcomp-2.2 3.1")]
    [InlineData("f4", "DigComp UA", "6.1", "competences: digcomp-ua 6.1")]
    [InlineData("f4", "DigComp", "12.5.2026", "competences: ")]
    [InlineData("lic", "Ліцензія", "CC BY 4.0", "licence: CC BY 4.0")]
    [InlineData("aud", "Для кого", "Для бібліотекарів", "keywords: Для бібліотекарів")]
    [InlineData("ects", "Кредити", "3", "keywords: ")]
    [InlineData("free", "Відкритий", "Так", "keywords: ")]
    [InlineData("date", "Початок", "12.05.2026", "keywords: ")]
    public void A_field_is_mapped_by_what_it_is_called(string shortName, string name, string value, string mapped)
    {
        var listing = MoodleFields.Map(new RawListing { Id = "1", Title = "Курс", Url = "https://portal.example/1" }, [new MoodleField(shortName, name, value)]);
        var (member, expected) = (mapped[..mapped.IndexOf(':', StringComparison.Ordinal)], mapped[(mapped.IndexOf(':', StringComparison.Ordinal) + 2)..]);
        var actual = member switch
        {
            "level" => listing.Level,
            "language" => listing.Language,
            "workload" => listing.Workload,
            "duration" => listing.Duration,
            "credential" => listing.Credential,
            "licence" => listing.Licence,
            "keywords" => listing.Keywords is { } keywords ? string.Join(", ", keywords) : null,
            _ => listing.Competences is { } competences ? string.Join(", ", competences.Select(one => $"{one.Framework} {one.Code}")) : null,
        };
        Assert.Equal(expected, actual ?? "");
    }
}
