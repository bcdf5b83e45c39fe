using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>A searcher of its own over the index in force, with other words of queries; whoever asks lets go of it.</summary>
public delegate ICourseSearcher SearcherWith(QueryWords words);

/// <summary>A query that is answered otherwise by other synonyms.</summary>
public sealed record ChangedAnswer(string Query, FoundCourses Before, FoundCourses After);

/// <summary>What a query finds: how many courses, whether they fit, the titles of the first.</summary>
public sealed record FoundCourses(int Total, bool Confident, IReadOnlyList<string> First)
{
    public bool Equals(FoundCourses? other) => other is not null && Total == other.Total && Confident == other.Confident && First.SequenceEqual(other.First);

    public override int GetHashCode() => HashCode.Combine(Total, Confident, First.Count);
}

/// <summary>Asks two searchers the same, for the terminal and for the desk.</summary>
public static class SynonymTrial
{
    private const int Shown = 3;

    /// <summary>The queries whose answers differ, in their order.</summary>
    public static IReadOnlyList<ChangedAnswer> Compare(ICourseSearcher before, ICourseSearcher after, IEnumerable<string> queries)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        IReadOnlyList<string> asked = [.. queries.Distinct(StringComparer.Ordinal)];
        return Changes(asked, Answers(before, asked), Answers(after, asked));
    }

    /// <summary>What each query finds, in their order.</summary>
    internal static IReadOnlyList<FoundCourses> Answers(ICourseSearcher searcher, IReadOnlyList<string> queries) => [.. queries.Select(text => Of(searcher, text))];

    /// <summary>The queries whose two answers differ.</summary>
    internal static IReadOnlyList<ChangedAnswer> Changes(IReadOnlyList<string> queries, IReadOnlyList<FoundCourses> before, IReadOnlyList<FoundCourses> after) =>
        [.. queries.Select((text, at) => new ChangedAnswer(text, before[at], after[at])).Where(answer => !answer.Before.Equals(answer.After))];

    private static FoundCourses Of(ICourseSearcher searcher, string text)
    {
        var answer = searcher.Search(new CourseQuery { Text = text, Limit = Shown });
        return new(answer.Total, answer.Confident, [.. answer.Hits.Select(hit => hit.Course.Course.Title)]);
    }
}
