using System.Text.Json;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;
using Xunit.Abstractions;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed partial class RealTextsTests(ITestOutputHelper output)
{
    [Fact]
    public void Summaries_of_a_real_portal_keep_their_words()
    {
        if (Shared.File("captures/sites/moodle-4.5-day1/truth.json", output) is not { } file)
        {
            return;
        }

        using var truth = JsonDocument.Parse(File.ReadAllText(file));
        var (equal, contained, other) = (0, 0, new List<string>());
        foreach (var course in truth.RootElement.GetProperty("courses").EnumerateArray())
        {
            var html = course.GetProperty("summary_html").GetString() ?? "";
            var text = Words(HtmlText.ToText(html, "uk"));
            var plain = Words(HtmlText.ToText(course.GetProperty("plain_description").GetString() ?? ""));
            Assert.DoesNotContain("w:", text, StringComparison.Ordinal);
            if (text == plain)
            {
                equal++;
            }
            else if (text.Contains(plain, StringComparison.Ordinal))
            {
                contained++;
            }
            else
            {
                other.Add($"{course.GetProperty("summary_style")} {plain} <> {text[..Math.Min(200, text.Length)]}");
            }
        }

        output.WriteLine($"equal {equal}, whole description within more text {contained}, other {other.Count}");
        other.ForEach(output.WriteLine);
        Assert.True(equal + contained >= other.Count * 3);
    }

    [Fact]
    public void The_language_of_labelled_listings_is_guessed()
    {
        if (Shared.File("data/labelled-courses-dev.jsonl", output) is not { } file)
        {
            return;
        }

        var listings = File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var wrong = listings
            .Select(listing => (Title: listing.GetProperty("title").GetString()!, Summary: HtmlText.ToText(listing.GetProperty("summary").GetString()!), Lang: listing.GetProperty("lang").GetString()))
            .Select(listing => (listing, guess: LanguageGuess.Guess(listing.Title, listing.Summary)))
            .Where(pair => pair.guess != pair.listing.Lang)
            .ToList();
        output.WriteLine($"right {listings.Count - wrong.Count} of {listings.Count}");
        wrong.ForEach(pair => output.WriteLine($"{pair.guess} instead of {pair.listing.Lang}: {pair.listing.Title}"));
        Assert.True(wrong.Count * 20 <= listings.Count);
    }

    [Theory]
    [InlineData("Цифрова безпека для всіх", "Як захистити дані", "uk")]
    [InlineData("Основы цифровой грамотности", "Этот курс для тех, кто хочет учиться", "ru")]
    [InlineData("Введение в программирование", "и основы работы с данными или как писать код", "ru")]
    [InlineData("Digital skills for all", "Learn how to search the web", "en")]
    [InlineData("Excel", "", null)]
    [InlineData("", "12345 !!!", null)]
    [InlineData("人工知能入門と情報の検索", "AI", null)]
    [InlineData("Бази даних і запити", "Introduction to databases", "mul")]
    [InlineData("Робота в Google Документах", "Пишіть на library-courses@university.example або https://university.example/courses", "uk")]
    public void The_language_is_guessed_from_letters_and_function_words(string title, string summary, string? language) =>
        Assert.Equal(language, LanguageGuess.Guess(title, summary));

    private static string Words(string text) => NotWord().Replace(text, " ").Trim().TrimEnd('.');

    [GeneratedRegex(@"\s+")]
    private static partial Regex NotWord();
}
