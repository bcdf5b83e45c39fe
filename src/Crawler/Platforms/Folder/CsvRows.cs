namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>
/// The rows of a table, one at a time and in bounded memory. A row whose quotes do not close, or that has another number of fields than the header, is refused alone:
/// reading goes on in the line after its first, so that one stray quote does not swallow the rest of the file.
/// </summary>
internal sealed class CsvRows(BoundedLines lines, char delimiter, int columns)
{
    private const int MostLines = 400;
    private const int MostLetters = 200_000;

    // Each costs some hundred lines read twice.
    private const int MostStrayQuotes = 1000;

    private readonly LinkedList<Line> waiting = new();
    private int strayQuotes;

    /// <summary>The next row; null after the last. Blank lines are none.</summary>
    public async Task<CsvRow?> ReadAsync(CancellationToken ct)
    {
        Line? next;
        do next = await NextAsync(ct);
        while (next is { Text: { } blank } && string.IsNullOrWhiteSpace(blank));
        if (next is not { } first) return null;
        if (first.Text is null) return new CsvRow(first.Number, [], $"is longer than {BoundedLines.LongestLine} characters");

        var parts = new CsvRowParts(delimiter);
        parts.Add(first.Text);
        var taken = new List<Line>();
        while (parts.IsOpen && taken.Count < MostLines && parts.Length < MostLetters && await NextAsync(ct) is { } more)
        {
            taken.Add(more);
            if (more.Text is null) break;
            parts.Add(more.Text);
        }

        var fields = Fitting(parts.Fields);
        if (!parts.IsOpen && !parts.IsBroken && fields.Count == columns) return new CsvRow(first.Number, fields);
        for (var i = taken.Count - 1; i >= 0; i--) waiting.AddFirst(taken[i]);
        if (taken.Count > 0 && ++strayQuotes > MostStrayQuotes) throw new ListingUnreliableException($"Line {first.Number} is the {strayQuotes}th whose quotes do not close; let the portal write the table anew, with quotes inside of fields doubled.");
        return new CsvRow(first.Number, [], parts.IsOpen ? "opens a quote that does not close"
            : parts.IsBroken ? "has a quote inside a quoted field; such quotes are written twice"
            : $"has {fields.Count} fields where the header has {columns}");
    }

    // Programs write empty fields behind the last.
    private IReadOnlyList<string> Fitting(IReadOnlyList<string> fields) =>
        fields.Count > columns && fields.Skip(columns).All(field => field.Length == 0) ? [.. fields.Take(columns)] : fields;

    private async ValueTask<Line?> NextAsync(CancellationToken ct)
    {
        if (waiting.First is not { } first) return await lines.ReadAsync(ct);
        waiting.RemoveFirst();
        return first.Value;
    }
}
