using System.Text.Json;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>
/// A text of JSON that may come in several languages: plain, as a map from language to text, as a list of <c>{inLanguage, name}</c> or <c>{@language, @value}</c>,
/// or as a thing that has a name. Pure.
/// </summary>
internal static class LocalText
{
    private const int Deepest = 4;

    /// <summary>The text in the wanted language where there is one, else in Ukrainian, else in English, else the first; null where nothing is text.</summary>
    public static string? Of(JsonElement? value, string language = "uk") => Best(value, language, 0) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public static string? Local(this JsonElement json, string name, string language = "uk") => Of(json.Member(name), language);

    private static string? Best(JsonElement? value, string language, int depth)
    {
        if (value is not { } json || depth > Deepest) return null;
        return json.ValueKind switch
        {
            JsonValueKind.String => Plain(json),
            JsonValueKind.Array => Chosen([.. json.EnumerateArray().Take(100).Select(item => (LanguageOf(item), Best(item, language, depth + 1)))], language),
            JsonValueKind.Object => json.Text("@value") ?? Best(json.Member("name"), language, depth + 1)
                ?? Chosen([.. json.EnumerateObject().Take(100).Where(member => IsTag(member.Name)).Select(member => (member.Name, Best(member.Value, language, depth + 1)))], language),
            _ => null,
        };
    }

    private static string? Chosen(IReadOnlyList<(string? Language, string? Text)> texts, string language)
    {
        var some = texts.Where(one => one.Text is not null).ToList();
        return new[] { language, "uk", "en" }
            .Select(wanted => some.Find(one => one.Language?.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) == true).Text)
            .FirstOrDefault(text => text is not null) ?? some.FirstOrDefault().Text;
    }

    private static string? LanguageOf(JsonElement item) => item.Text("inLanguage") ?? item.Text("@language") ?? item.Text("language");

    // «uk», «en-GB», «zh_Hant»: other members of an object are no texts in a language.
    private static bool IsTag(string name) => name.Length is >= 2 and <= 8 && name.Split('-', '_')[0].Length is 2 or 3 && name.All(letter => char.IsAsciiLetter(letter) || letter is '-' or '_');

    private static string? Plain(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is lawful JSON but no text.
            return null;
        }
    }
}
