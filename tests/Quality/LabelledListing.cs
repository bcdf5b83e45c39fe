using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Training;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Quality;

/// <summary>A listing with the competences that a person gave it.</summary>
internal sealed record LabelledListing(
    string Id,
    string Title,
    string Summary,
    string? Description,
    string Lang,
    IReadOnlyList<string> Competences,
    string? Primary,
    string? Level,
    IReadOnlyList<string>? Context = null,
    string? Author = null,
    string? Language = null)
{
    /// <summary>As the tagger sees a listing of the catalogue: plain text.</summary>
    public TaggedText ToText() => new(HtmlText.OneLine(Title, Lang), HtmlText.ToText(Summary ?? "", Lang), HtmlText.ToText(Description ?? "", Lang), Lang);

    /// <summary>Reads both forms: the language is <c>lang</c> or <c>language</c>.</summary>
    public static List<LabelledListing> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<LabelledListing>(line, Wire.Json)!).Select(one => one with { Lang = one.Lang ?? one.Language ?? "uk" })];

    public static LabelledListing Of(TrainingListing listing) => new(
        listing.Id, listing.Title, listing.Summary ?? "", listing.Description, listing.Language ?? "uk", listing.Competences, listing.Primary, listing.Level, listing.Context, listing.Author);
}
