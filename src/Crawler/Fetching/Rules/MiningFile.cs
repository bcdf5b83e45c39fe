using System.Text.Json;
using DcCourseIndex.Crawler.Fetching.Robots;

namespace DcCourseIndex.Crawler.Fetching.Rules;

/// <summary>An origin's <c>/.well-known/tdmrep.json</c>: patterns of paths, of which the first that matches counts.</summary>
internal sealed class MiningFile
{
    /// <summary>Bytes that are read of it.</summary>
    public const int MaxBytes = 500 * 1024;

    private readonly List<(RobotsRule Location, MiningRule Says)> rules = [];

    /// <summary>Reads the file leniently: an entry that says nothing understandable is passed over, and what is no list of entries says nothing.</summary>
    public static MiningFile Read(ReadOnlyMemory<byte>? body)
    {
        var file = new MiningFile();
        try
        {
            using var json = JsonDocument.Parse(body is { } bytes && bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : body ?? "[]"u8.ToArray());
            if (json.RootElement.ValueKind != JsonValueKind.Array)
            {
                return file;
            }
            foreach (var entry in json.RootElement.EnumerateArray())
            {
                var says = MiningRule.Stated(Text(entry, "tdm-reservation"), Text(entry, "tdm-policy"));
                if (Text(entry, "location") is { Length: > 0 } location && says.Reserved is not null)
                {
                    file.rules.Add((new RobotsRule(true, RobotsPath.NormalPattern(location)), says));
                }
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Half a file or a page in its place: the origin does not use the protocol.
            file.rules.Clear();
        }
        return file;
    }

    public MiningRule For(Uri address)
    {
        var path = RobotsPath.Normal(address.PathAndQuery);
        return rules.Find(rule => rule.Location.Matches(path)).Says ?? MiningRule.Unset;
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;
}
