using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Curation;

/// <summary>Reads the value of one field as an imported listing is read: the same words are understood, the same texts cleaned, the same things refused.</summary>
public sealed class StatedFields(CourseNormaliser normaliser)
{
    private const string Anything = "…";
    private static readonly SourceTraits Anywhere = new("any", Anything, "uk", KeepAuthors: true);

    /// <summary>The value as the course record holds it, or why it does not fit; exactly one of the two. Any member of a listing but its identity can be read.</summary>
    public (JsonElement? Value, string? Problem) Read(string field, JsonElement value)
    {
        var line = new JsonObject { ["id"] = "1", ["title"] = Anything, ["url"] = "https://portal.example/" };
        if (field == "description")
        {
            // Without a summary a description would become one.
            line["summary"] = Anything;
        }

        line[field] = JsonNode.Parse(value.GetRawText());
        RawListing raw;
        try
        {
            raw = line.Deserialize<RawListing>(Wire.Json)!;
        }
        catch (JsonException wrong)
        {
            return (null, JsonTrouble.Say(wrong));
        }

        var (course, refusal) = normaliser.Normalise(ListingCleaning.Clean(raw, Anywhere, ForgottenList.Empty), Anywhere);
        if (course is null)
        {
            return (null, refusal!.Reason);
        }

        if (UnreadValues.Of(raw, course).FirstOrDefault() is { } unread)
        {
            return (null, unread);
        }

        var read = JsonSerializer.SerializeToNode(course, Wire.Json)![field];
        return read is null || IsLost(field, value, read, raw)
            ? (null, $"«{Texts.Cut(value.ToString(), 60)}» cannot be read as {field}; write it as an import states it, or null where nothing is known.")
            : (JsonSerializer.SerializeToElement(read, Wire.Json), null);
    }

    // What normalising passes over in a listing of a thousand others, a person who sets one field is to be told.
    private static bool IsLost(string field, JsonElement given, JsonNode read, RawListing raw) => field switch
    {
        "language" => LanguageTags.Canonical(raw.Language) is null,
        "summary" or "description" or "provider" => given.ValueKind == JsonValueKind.String && given.GetString()!.Length > 0 && read.GetValue<string>() is "" or Anything,
        _ => read is JsonArray left && given.ValueKind == JsonValueKind.Array && left.Count < given.GetArrayLength(),
    };
}
