using System.Globalization;
using System.Text;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>MARC 21 records for exchange (ISO 2709) in UTF-8, one after the other. Lengths count octets.</summary>
internal static class MarcBinary
{
    private const char SubfieldMark = '\u001F';
    private const char FieldEnd = '\u001E';
    private const char RecordEnd = '\u001D';
    private const int LeaderLength = 24;

    /// <summary>Octets after which no keyword follows; the address, at most 9,999 of them, still fits into 99,999.</summary>
    private const int MostWords = 89_000;

    public static byte[] Of(IReadOnlyList<CourseItem> courses) => [.. courses.SelectMany(course => Record(MarcRecord.Of(course)))];

    private static byte[] Record(IReadOnlyList<MarcField> fields)
    {
        var directory = new StringBuilder();
        using var data = new MemoryStream();
        foreach (var field in fields)
        {
            var octets = Encoding.UTF8.GetBytes(Content(field));
            // Five digits hold the length of a record: of very many keywords and names the last stay out, the address never.
            if (field.Tag is "653" or "720" && directory.Length + data.Length + octets.Length > MostWords)
                continue;
            directory.Append(CultureInfo.InvariantCulture, $"{field.Tag}{octets.Length:0000}{data.Length:00000}");
            data.Write(octets);
        }
        var start = LeaderLength + directory.Length + 1;
        var leader = string.Create(CultureInfo.InvariantCulture, $"{start + data.Length + 1:00000}{MarcRecord.Leader[5..12]}{start:00000}{MarcRecord.Leader[17..]}");
        return [.. Encoding.UTF8.GetBytes($"{leader}{directory}{FieldEnd}"), .. data.ToArray(), (byte)RecordEnd];
    }

    private static string Content(MarcField field) =>
        (field.Control ?? field.Indicators + string.Concat(field.Subfields.Select(subfield => $"{SubfieldMark}{subfield.Code}{subfield.Value}"))) + FieldEnd;
}
