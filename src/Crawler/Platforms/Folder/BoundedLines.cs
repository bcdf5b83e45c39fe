using System.Text;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>A line of a file, counted from 1; the text is null where the line was longer than the bound.</summary>
internal readonly record struct Line(int Number, string? Text);

/// <summary>Reads a text file line by line without ever holding more than one bounded line, so that a file without line ends cannot fill the memory.</summary>
internal sealed class BoundedLines(TextReader reader, bool trimmed = true) : IDisposable
{
    /// <summary>In characters.</summary>
    public const int LongestLine = 1_000_000;

    private readonly char[] buffer = new char[64 * 1024];
    private readonly StringBuilder line = new();
    private int start;
    private int end;
    private int number;

    /// <summary>Over a file in UTF-8, or in what its byte order mark says.</summary>
    public static BoundedLines Of(string file) =>
        new(new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous }));

    /// <summary>The next line without its end, and without white space around where lines are to be trimmed; null after the last.</summary>
    public async ValueTask<Line?> ReadAsync(CancellationToken ct)
    {
        line.Clear();
        var tooLong = false;
        var any = false;
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, await reader.ReadAsync(buffer, ct));
                if (end == 0)
                {
                    return any ? Finish(tooLong) : null;
                }
            }

            any = true;
            var stop = buffer.AsSpan(start, end - start).IndexOf('\n');
            var length = stop < 0 ? end - start : stop;
            tooLong |= line.Length + length > LongestLine;
            if (!tooLong)
            {
                line.Append(buffer, start, length);
            }

            start += stop < 0 ? length : length + 1;
            if (stop >= 0)
            {
                return Finish(tooLong);
            }
        }
    }

    public void Dispose() => reader.Dispose();

    private Line Finish(bool tooLong)
    {
        number++;
        return new Line(number, tooLong ? null : trimmed ? line.ToString().Trim() : line.ToString().TrimEnd('\r'));
    }
}
