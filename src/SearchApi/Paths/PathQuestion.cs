using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>A path that can be planned: everything checked, the gaps found but not yet put in order.</summary>
internal sealed record PathQuestion(IReadOnlyList<Gap> Results, IReadOnlyList<Gap> Earlier, PathPreferences Preferences, int Most, PageTexts Texts)
{
    /// <summary>Whether this is a result of Digigram.</summary>
    public bool Tested => Results.Any(result => result.Facet == Indexer.Facet.Area);
}
