using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>Finds what a listing states and the course does not hold, because the word is none of the known ones. Pure.</summary>
internal static class UnreadValues
{
    private const int LongestShown = 60;

    /// <summary>A sentence for each such value.</summary>
    public static IEnumerable<string> Of(RawListing raw, Course course)
    {
        string?[] sentences =
        [
            Unread("price", raw.Price, course.Price == Price.Unknown, Wire.All<Price>()),
            Unread("access", raw.Access, course.Access == Access.Unknown, Wire.All<Access>()),
            Unread("mode", raw.Mode, course.Mode == CourseMode.Unknown, Wire.All<CourseMode>()),
            Unread("credential", raw.Credential, course.Credential == Credential.Unknown, Wire.All<Credential>()),
            Unread("tutor", raw.Tutor, course.Tutor == Tutor.Unknown, Wire.All<Tutor>()),
            Unread("level", raw.Level, course.Level is null, Wire.All<Level>()),
            raw.Prices?.Count > course.Prices.Count && raw.Prices.FirstOrDefault(price => Prices.Of([price]).Count == 0) is { } price
                ? $"prices has {price.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture)} «{Shown(price.Currency)}», which is no amount with a currency such as UAH."
                : null,
        ];
        return sentences.OfType<string>();
    }

    private static string? Unread(string field, string? word, bool unknown, IReadOnlyList<string> known) =>
        unknown && !string.IsNullOrWhiteSpace(word) && !word.Trim().Equals("unknown", StringComparison.OrdinalIgnoreCase)
            ? $"{field} \"{Shown(word)}\" is not one of {string.Join(", ", known)}."
            : null;

    private static string Shown(string word) => Texts.Cut(word.Trim(), LongestShown);
}
