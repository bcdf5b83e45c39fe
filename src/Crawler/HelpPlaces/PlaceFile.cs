using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Folder;

namespace DcCourseIndex.Crawler.HelpPlaces;

/// <summary>What a file of places holds. Where <paramref name="Problem"/> is said, nothing may be replaced by it.</summary>
public sealed record PlaceFileReading(IReadOnlyList<HelpPlace> Places, IReadOnlyList<Refusal> Refused, string? Problem = null);

/// <summary>Reads a table of places (CSV with a header, parted by comma, semicolon or tab; UTF-8, UTF-16 with its mark, or windows-1251).</summary>
public static class PlaceFile
{
    /// <summary>More places than there are hubs and libraries in Ukraine.</summary>
    private const int MostPlaces = 50_000;

    /// <summary>Takes the good rows and refuses the others with their lines. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where the file cannot be read.</summary>
    public static async Task<PlaceFileReading> ReadAsync(string path, CancellationToken ct)
    {
        using var lines = new BoundedLines(FileText.Open(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)), trimmed: false);
        Line? first;
        do
        {
            first = await lines.ReadAsync(ct);
        }
        while (first is { Text: { } text } && (string.IsNullOrWhiteSpace(text) || text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)));

        if (first?.Text is not { } header)
        {
            return None($"{path}: the file is empty. Its first line names the columns: назва;тип;адреса;місто;область;широта;довгота;години;ментор;контакт;сайт;мови.");
        }

        var (delimiter, columns) = PlaceColumns.Of(header);
        if (!columns.AreEnough)
        {
            return None($"{path}: the first line names no columns for the name and the town or address of a place (it has {string.Join(", ", columns.Header.Take(12).Select(name => $"«{(name.Length > 40 ? name[..40] : name)}»"))}). Call them «назва» and «місто», or name and town.");
        }

        var (places, refused, lineOf) = (new List<HelpPlace>(), new List<Refusal>(), new Dictionary<(string, string?, string?), int>());
        var rows = new CsvRows(lines, delimiter, columns.Header.Count);
        try
        {
            while (await rows.ReadAsync(ct) is { } row)
            {
                var (place, problem) = row.Problem is null ? PlaceRow.Read(columns, row.Fields) : (null, row.Problem);
                var earlier = 0;
                if (place is not null && lineOf.TryGetValue((place.Name, place.Town, place.Address), out earlier))
                {
                    problem = $"says again what line {earlier} says";
                }

                if (place is null || earlier > 0)
                {
                    refused.Add(new Refusal(null, $"{path}:{row.Line}: the row {problem}.") { Line = row.Line });
                }
                else
                {
                    lineOf.Add((place.Name, place.Town, place.Address), row.Line);
                    places.Add(place);
                }

                if (places.Count > MostPlaces)
                {
                    return None($"{path}: more than {MostPlaces} places. Is this the right file?");
                }
            }
        }
        catch (ListingUnreliableException broken)
        {
            return None($"{path}: {broken.Message}");
        }

        return new PlaceFileReading(places, refused, places.Count == 0 ? $"{path}: no row could be taken; the earlier places stay." : null);
    }

    private static PlaceFileReading None(string problem) => new([], [], problem);
}
