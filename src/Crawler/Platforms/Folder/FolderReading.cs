using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>One row of a file: a listing or a refusal with the line on which it stands.</summary>
internal sealed record FileRow(int Line, RawListing? Listing, Refusal? Refusal);

/// <summary>Reads one file row by row, a table or a listing a line, whichever it is. Holds one row at a time.</summary>
internal static class FolderReading
{
    /// <summary>Throws <see cref="ListingUnreliableException"/> for a file that is neither, or empty; <see cref="IOException"/> where it cannot be read.</summary>
    public static async IAsyncEnumerable<FileRow> RowsAsync(PortalFile file, [EnumeratorCancellation] CancellationToken ct)
    {
        using var lines = new BoundedLines(FileText.Open(file.Open), trimmed: false);
        Line? first;
        do first = await lines.ReadAsync(ct);
        while (first is { Text: { } text } && (string.IsNullOrWhiteSpace(text) || text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)));
        if (first?.Text is not { } header) throw new ListingUnreliableException($"{file.Name}: the file is empty, or one endless line; let the portal send it again.");
        if (header.TrimStart().StartsWith('['))
        {
            throw new ListingUnreliableException($"{file.Name}: the file is one list in JSON; let the portal write one listing a line (NDJSON), or convert it with `jq -c '.[]'`.");
        }

        var rows = header.TrimStart().StartsWith('{') ? ListedAsync(file, first.Value, lines, ct) : TableAsync(file, header, lines, ct);
        await foreach (var row in rows.WithCancellation(ct).ConfigureAwait(false)) yield return row;
    }

    private static async IAsyncEnumerable<FileRow> ListedAsync(PortalFile file, Line first, BoundedLines lines, [EnumeratorCancellation] CancellationToken ct)
    {
        for (Line? next = first; next is { } line; next = await lines.ReadAsync(ct))
        {
            if (line.Text is { } blank && string.IsNullOrWhiteSpace(blank)) continue;
            var (listing, problem) = line.Text is null ? (null, $"Longer than {BoundedLines.LongestLine} characters. One listing is one line.") : ListingLine.Read(line.Text.Trim());
            yield return listing is not null ? new FileRow(line.Number, listing, null) : Refused(file, line.Number, problem!);
        }
    }

    private static async IAsyncEnumerable<FileRow> TableAsync(PortalFile file, string header, BoundedLines lines, [EnumeratorCancellation] CancellationToken ct)
    {
        var (delimiter, columns) = CsvColumns.Of(header);
        if (!columns.AreEnough)
        {
            throw new ListingUnreliableException($"{file.Name}: the first line names no columns for the title and the address of a course (it has {string.Join(", ", columns.Header.Take(12).Select(name => $"«{(name.Length > 40 ? name[..40] : name)}»"))}); call them «Назва» and «Посилання», or title and url.");
        }

        var rows = new CsvRows(lines, delimiter, columns.Header.Count);
        while (await rows.ReadAsync(ct) is { } row)
        {
            var (listing, problem) = row.Problem is null ? CsvListing.Read(columns, row.Fields) : (null, row.Problem);
            yield return listing is not null ? new FileRow(row.Line, listing, null) : Refused(file, row.Line, $"The row {problem}. Correct it at the portal.");
        }
    }

    private static FileRow Refused(PortalFile file, int line, string problem) => new(line, null, new Refusal(null, $"{file.Name}:{line}: {problem}") { Line = line });
}
