using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Quality;

/// <summary>A listing with the competences that a person gave it.</summary>
internal sealed record LabelledListing(string Id, string Title, string Summary, string Lang, IReadOnlyList<string> Competences, string? Primary, string? Level)
{
    /// <summary>As the tagger sees a listing of the catalogue: plain text.</summary>
    public TaggedText ToText() => new(HtmlText.OneLine(Title, Lang), HtmlText.ToText(Summary, Lang), Language: Lang);

    public static List<LabelledListing> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledListing>(line, Wire.Json)!)];
}
