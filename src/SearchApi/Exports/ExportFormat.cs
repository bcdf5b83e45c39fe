using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>One form in which courses leave for other programs: the value of <c>format</c>, media type, ending of the file, and the pure mapping.</summary>
internal sealed record ExportFormat(string Name, string Type, string Ending, Func<IReadOnlyList<CourseItem>, byte[]> Write)
{
    /// <summary>The answer of the API itself, which is no file.</summary>
    public const string Json = "json";

    public static readonly IReadOnlyList<ExportFormat> All =
    [
        new("csv", "text/csv; charset=utf-8", "csv", CsvExport.Of),
        new("ndjson", "application/x-ndjson", "ndjson", NdjsonExport.Of),
        new("bibtex", "application/x-bibtex; charset=utf-8", "bib", BibTeX.Of),
        new("ris", "application/x-research-info-systems; charset=utf-8", "ris", Ris.Of),
        new("csl-json", "application/vnd.citationstyles.csl+json", "csl.json", CslJson.Of),
        new("marcxml", "application/marcxml+xml", "marcxml", MarcXml.Of),
        new("marc", "application/marc", "mrc", MarcBinary.Of),
    ];

    /// <summary>Null for the API's own JSON.</summary>
    public static ExportFormat? Named(string? name) => All.FirstOrDefault(format => format.Name == name);
}
