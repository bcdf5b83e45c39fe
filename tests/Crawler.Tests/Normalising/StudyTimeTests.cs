using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class StudyTimeTests
{
    [Theory]
    [InlineData("PT12H", "P4W", "PT12H", "P4W")]
    [InlineData("pt12h", null, "PT12H", null)]
    [InlineData("3 години на тиждень", "P6W", "PT18H", "P6W")]
    [InlineData("3 години на тиждень", "6 тижнів", "PT18H", "P6W")]
    [InlineData("3 години на тиждень", null, null, null)]
    [InlineData(null, "22 занять (30 год. 00 хв.)", "PT30H", "PT30H")]
    [InlineData(null, "4 тижні", null, "P4W")]
    [InlineData(null, "чотири тижні", null, "P4W")]
    [InlineData(null, "6 hours", "PT6H", "PT6H")]
    [InlineData(null, "6 weeks, 3 hours a week", "PT18H", "P6W")]
    [InlineData(null, "2h 10m", "PT2H10M", "PT2H10M")]
    [InlineData(null, "1 год 30 хв", "PT1H30M", "PT1H30M")]
    [InlineData("90 хвилин", null, "PT1H30M", null)]
    [InlineData("45 хв", null, "PT45M", null)]
    [InlineData("1,5 години", null, "PT1H30M", null)]
    [InlineData("12 академічних годин", null, "PT12H", null)]
    [InlineData("3 кредити ЄКТС (90 год.)", null, "PT90H", null)]
    [InlineData(null, "2 місяці", null, "P2M")]
    [InlineData(null, "10 днів", null, "P10D")]
    [InlineData(null, "P2M", null, "P2M")]
    public void Clear_words_become_ISO_durations(string? workload, string? duration, string? work, string? length) =>
        Assert.Equal((work, length), StudyTime.Of(workload, duration));

    [Theory]
    [InlineData("10–18 hours per week")]
    [InlineData("3-4 тижні")]
    [InlineData("від 2 до 5 годин")]
    [InlineData("8 занять по 2 години")]
    [InlineData("8 sessions, 2 hours each")]
    [InlineData("2,5 місяця")]
    [InlineData("у власному темпі")]
    [InlineData("0 годин")]
    [InlineData("3 години теорії, 5 годин практики")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("24/7")]
    [InlineData("2026")]
    public void What_is_not_clear_stays_open(string text) => Assert.Equal((null, null), StudyTime.Of(text, text));
}
