using System.Globalization;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Times in the store: ISO 8601 in UTC with seven decimals, readable, exact, and in order as text.</summary>
internal static class Instant
{
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Of(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
