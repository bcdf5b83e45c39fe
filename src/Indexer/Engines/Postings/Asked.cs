using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>One way in which a clause can stand in a course: a word, or several (any of the tokens at each place), next to each other or <paramref name="Anywhere"/>; and how much that counts, 0 to 1.</summary>
internal sealed record Wanted(IReadOnlyList<int[]> Places, float Weight, bool Anywhere = false)
{
    /// <summary>Only what stands in the title counts.</summary>
    public bool InTitle { get; init; }
}

/// <summary>One thing that a query asks for, with every way in which it may be said. No way at all: the index has none of its words.</summary>
internal sealed record AskedClause(Clause Shown, IReadOnlyList<Wanted> Ways)
{
    /// <summary>The part of what the thing says that this clause says, 0 to 1; less than 1 where other clauses say the rest.</summary>
    public float Share { get; init; } = 1;

    /// <summary>The ways that tell how rare the thing is, where these are not those by which it may stand.</summary>
    public IReadOnlyList<Wanted> Measured { get; init; } = Ways;
}

/// <summary>A query as this index reads it. Topics are DigComp 2.2 codes that the whole query speaks of, with confidence 0 to 1.</summary>
internal sealed record AskedQuery(ReadQuery Query, IReadOnlyList<AskedClause> Clauses, IReadOnlyList<Wanted> Excluded, IReadOnlyList<int[]> Places, Dictionary<string, double> Topics)
{
    private readonly IReadOnlyList<AskedClause>? _loose;

    /// <summary>The themes of which the query speaks.</summary>
    public IReadOnlyList<AskedTheme> Themes { get; init; } = [];

    /// <summary>The readings any of which will do; empty where the query is one reading.</summary>
    public IReadOnlyList<AskedQuery> Alternatives { get; init; } = [];

    /// <summary>What is looked for where few courses have every clause; says as much as the clauses do, and is these where nothing else was said.</summary>
    public IReadOnlyList<AskedClause> Loose
    {
        get => _loose ?? Clauses;
        init => _loose = value;
    }

    /// <summary>Every clause can be found in some course, or every clause of one of the alternatives.</summary>
    public bool IsKnown => Alternatives.Count > 0 ? Alternatives.Any(alternative => alternative.IsKnown) : Clauses.Count > 0 && Clauses.All(clause => clause.Ways.Count > 0);
}

/// <summary>What is asked for, and how it was respelt where that was needed.</summary>
internal sealed record ReadAsked(AskedQuery Asked, Correction? Respelt) : Understood(Asked.Query, [.. Asked.Clauses.Select(clause => clause.Shown)], Respelt);
