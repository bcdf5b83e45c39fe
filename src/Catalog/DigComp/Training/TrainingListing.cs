using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>A listing with what a person says that it teaches; one line of <c>config/training/*.jsonl</c>.</summary>
/// <param name="Author">Who wrote it; models are judged by authors that they have not read.</param>
public sealed record TrainingListing(
    string Id,
    string Title,
    string? Summary,
    string? Description,
    string? Language,
    IReadOnlyList<string> Competences,
    string? Primary,
    string? Level,
    IReadOnlyList<string>? Context,
    string? Author)
{
    /// <summary>As the tagger sees a listing of the catalogue: plain text.</summary>
    public TaggedText ToText() => new(HtmlText.OneLine(Title, Language), HtmlText.ToText(Summary ?? "", Language), HtmlText.ToText(Description ?? "", Language), Language);
}
