using System.Text.Json;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>How far a run is: what it asked for, and where its list goes on.</summary>
internal sealed record OaiMarker
{
    /// <summary>The repository's time when the run began; the next run asks from there.</summary>
    public string? Began { get; init; }

    /// <summary>Null where everything is listed.</summary>
    public string? From { get; init; }

    /// <summary>The metadata format, one for the whole run.</summary>
    public string Format { get; init; } = OaiFormats.Plain;

    /// <summary>The bookmark that the run leaves.</summary>
    public string? Bookmark { get; init; }

    /// <summary>Counts from 0; 0 too where no set is named.</summary>
    public int Set { get; init; }

    /// <summary>Null at the beginning of the set.</summary>
    public string? Token { get; init; }

    /// <summary>Records of the list that are no courses, so far.</summary>
    public int Skipped { get; init; }

    /// <summary>All records of the list, where the repository has told.</summary>
    public int? Size { get; init; }

    /// <summary>With the bookmark of a run whose last whole list was <paramref name="whole"/>.</summary>
    public OaiMarker Remembering(Fetching.PastHarvest past, DateTimeOffset whole) => this with
    {
        Bookmark = past.IsKept && Began is { } now ? new RunPlace(now, whole, Format == OaiFormats.Plain ? null : Format).ToString() : null,
    };

    public override string ToString() => JsonSerializer.Serialize(this);

    /// <summary>Null for none, or for one that another version wrote.</summary>
    public static OaiMarker? Read(string? marker)
    {
        try
        {
            return marker is null ? null : JsonSerializer.Deserialize<OaiMarker>(marker);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
