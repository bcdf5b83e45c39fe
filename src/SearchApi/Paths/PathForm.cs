using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>What somebody filled in on the page, as it was sent, so that a slip costs nobody the other answers.</summary>
internal sealed record PathForm(IReadOnlyDictionary<string, string> Fields)
{
    private const int LongestValue = 200;
    private static readonly FormOptions Bounds = new() { BufferBody = false, BufferBodyLengthLimit = PathReading.MostBytes, ValueCountLimit = 80, ValueLengthLimit = LongestValue, KeyLengthLimit = 40 };

    public static readonly PathForm Empty = new(new Dictionary<string, string>());

    /// <summary>The questions about one area, none of them answered.</summary>
    public static PathForm About(string area) => new(new Dictionary<string, string> { ["area"] = area });

    /// <summary>The form; null where the body is none or too large.</summary>
    public static async Task<PathForm?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > PathReading.MostBytes)
            return null;
        try
        {
            var form = await request.ReadFormAsync(Bounds, ct);
            return new(form.Where(field => !string.IsNullOrWhiteSpace(field.Value)).ToDictionary(field => field.Key, field => field.Value[0]!.Trim(), StringComparer.Ordinal));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public string? this[string name] => Fields.GetValueOrDefault(name);

    /// <summary>Whether the earlier answers come along and the questions are to be shown once more.</summary>
    public bool Again => this["kind"] == "again";

    public bool Tested => this["kind"] == "digigram";

    /// <summary>The body that the interface would have been sent; numbers that are none become ones that it refuses.</summary>
    public PathBody Body(string lang) => new()
    {
        Levels = Tested ? null : Fields.Where(field => field.Key is ['s', >= '1' and <= '5', '.', _]).Select(field => (Code: field.Key[1..], Standing: PathCode.Standing(field.Value))).Where(answer => answer.Standing is not null).ToDictionary(answer => answer.Code, answer => answer.Standing!.Value),
        Digigram = Tested ? Test() : null,
        First = this["first"] is { } first ? [first] : null,
        Preferences = new()
        {
            Free = this["free"] is not null,
            Certificate = this["certificate"] is not null,
            Tutor = this["tutor"] is not null,
            Language = this["language"],
            Hours = this["hours"] is { } hours ? Number(hours) : null,
        },
        Earlier = this["before"] is { } before && PathCode.Read(before) is { } result && result.Digigram is not null == Tested ? result : null,
        Lang = lang,
    };

    private DigigramResult Test() => new()
    {
        Level = this["level"],
        Points = Fields.Where(field => field.Key is ['p', >= '0' and <= '5']).ToDictionary(field => field.Key[1..], field => Number(field.Value)),
    };

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
