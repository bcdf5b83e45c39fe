using System.Text;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>One row of a table, with the line on which it begins; either its fields or what is wrong with it.</summary>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Fields, string? Problem = null);

/// <summary>Takes one row apart line by line (RFC 4180 §2); quotes inside a field that does not begin with one are letters.</summary>
internal sealed class CsvRowParts(char delimiter)
{
    private enum Place { Start, Plain, Quoted, AfterQuote }

    private readonly List<string> fields = [];
    private readonly StringBuilder field = new();
    private Place place = Place.Start;

    public IReadOnlyList<string> Fields => fields;

    /// <summary>Whether a quoted field goes on in the next line.</summary>
    public bool IsOpen => place == Place.Quoted;

    /// <summary>A quoted field went on behind its closing quote.</summary>
    public bool IsBroken { get; private set; }

    public int Length { get; private set; }

    public void Add(string line)
    {
        if (IsOpen) field.Append('\n');
        Length += line.Length + 1;
        foreach (var letter in line) Add(letter);
        if (!IsOpen) Close();
    }

    private void Add(char letter)
    {
        if (place == Place.Quoted)
        {
            if (letter == '"') place = Place.AfterQuote;
            else field.Append(letter);
        }
        else if (letter == delimiter)
        {
            Close();
        }
        else if (place == Place.AfterQuote)
        {
            if (letter == '"')
            {
                field.Append('"');
                place = Place.Quoted;
            }
            else
            {
                IsBroken |= !char.IsWhiteSpace(letter);
            }
        }
        else if (place == Place.Start && letter == '"')
        {
            field.Clear();
            place = Place.Quoted;
        }
        else
        {
            field.Append(letter);
            if (!char.IsWhiteSpace(letter)) place = Place.Plain;
        }
    }

    private void Close()
    {
        fields.Add(field.ToString().Trim());
        field.Clear();
        place = Place.Start;
    }
}
