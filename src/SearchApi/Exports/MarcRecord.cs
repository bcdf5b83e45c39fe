using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>A field of a MARC 21 record: control fields have a value, the others indicators and subfields.</summary>
internal sealed record MarcField(string Tag, string Indicators, IReadOnlyList<(char Code, string Value)> Subfields)
{
    public string? Control { get; private init; }

    public static MarcField OfControl(string tag, string value) => new(tag, "", []) { Control = value };
}

/// <summary>
/// A course as a MARC 21 bibliographic record: an integrating resource (a web page that changes) in UTF-8, with ISBD punctuation.
/// </summary>
internal static class MarcRecord
{
    /// <summary>UTF-16 units of a value, so that no field grows over the 9,999 octets that a directory can say.</summary>
    private const int LongestValue = 3000;

    /// <summary>The leader before its lengths are known: new, language material, integrating, Unicode, abbreviated level.</summary>
    public const string Leader = "00000nai a22000003i 4500";

    public static IReadOnlyList<MarcField> Of(CourseItem course)
    {
        var citation = new Citation(course);
        List<MarcField> fields =
        [
            MarcField.OfControl("001", course.Id),
            MarcField.OfControl("005", course.LastChanged.UtcDateTime.ToString("yyyyMMddHHmmss'.0'", CultureInfo.InvariantCulture)),
            MarcField.OfControl("007", "cr |||"),
            MarcField.OfControl("008", Fixed(course, citation)),
        ];
        if (course.SubtitleLanguages.Count > 0)
            fields.Add(new("041", "0 ", [('a', MarcLanguage.Of(course.Language)), .. course.SubtitleLanguages.Select(MarcLanguage.Of).Distinct().Select(code => ('j', code))]));
        fields.Add(Field("245", "00", ('a', Closed(citation.Title))));
        if (citation.Publisher is { } publisher)
            fields.Add(citation.Year is { } year ? Field("264", " 1", ('b', publisher + ","), ('c', year + ".")) : Field("264", " 1", ('b', Closed(publisher))));
        if (course.Access != Access.Unknown)
            fields.Add(Field("506", course.Access == Access.Open ? "0 " : "1 ", ('a', $"Access: {Wire.Name(course.Access)}; price: {Wire.Name(course.Price)}.")));
        if (citation.Summary.Length > 0)
            fields.Add(Field("520", "  ", ('a', citation.Summary)));
        if (citation.Licence is { } licence)
            fields.Add(IsAddress(licence) ? Field("540", "  ", ('u', licence)) : Field("540", "  ", ('a', licence)));
        fields.AddRange(course.Competences.Select(competence => Field("653", "0 ", ('a', $"{course.Framework} {competence.Code} {competence.Label}"))));
        fields.AddRange(citation.Keywords.Select(word => Field("653", "0 ", ('a', word))));
        fields.Add(Field("655", " 7", ('a', "Instructional and educational works."), ('2', "lcgft")));
        fields.AddRange(citation.Authors.Select(name => Field("720", "1 ", ('a', name))));
        fields.Add(Field("856", "40", ('u', citation.Url)));
        return fields;
    }

    private static MarcField Field(string tag, string indicators, params (char Code, string Value)[] subfields) =>
        new(tag, indicators, [.. subfields.Select(subfield => (subfield.Code, Cut(subfield.Value)))]);

    private static string Cut(string value) =>
        value.Length <= LongestValue ? value : string.Concat(value.AsSpan(0, char.IsHighSurrogate(value[LongestValue - 2]) ? LongestValue - 2 : LongestValue - 1), "…");

    /// <summary>Field 008 of continuing resources, 40 characters; what nobody knows is not coded (|).</summary>
    private static string Fixed(CourseItem course, Citation citation) => string.Concat(
        course.FirstSeen.UtcDateTime.ToString("yyMMdd", CultureInfo.InvariantCulture),
        "u", citation.Year ?? "uuuu", "uuuu", "xx ", "||", " ", "w", "|", "o", "|||||||||", "|", "2", MarcLanguage.Of(course.Language), " ", "d");

    private static string Closed(string text) => text is [.., '.' or '!' or '?'] ? text : text + ".";

    private static bool IsAddress(string licence) => licence.StartsWith("http://", StringComparison.Ordinal) || licence.StartsWith("https://", StringComparison.Ordinal);
}
