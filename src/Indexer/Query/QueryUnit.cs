namespace DcCourseIndex.Indexer.Query;

/// <summary>How a unit of a query is looked for.</summary>
internal enum UnitKind
{
    /// <summary>Anywhere in any inflection.</summary>
    Word,

    /// <summary>A hyphen compound: its parts next to each other.</summary>
    Compound,

    /// <summary>Quoted words: next to each other, in any inflection, no synonyms.</summary>
    Phrase,

    /// <summary>Any word that begins so.</summary>
    Prefix,

    /// <summary>The code of a competence or area; also as written, next to each other.</summary>
    Code,
}

/// <summary>
/// One thing that a query asks for. <paramref name="Places"/> holds the terms of each word (any of them fits);
/// <paramref name="Words"/> the folded spellings; <paramref name="Weightless"/> marks stop words.
/// </summary>
internal sealed record QueryUnit(UnitKind Kind, string Typed, IReadOnlyList<IReadOnlyList<string>> Places, IReadOnlyList<string> Words, bool Weightless = false)
{
    /// <summary>For <see cref="UnitKind.Code"/>: the term under which courses with that competence are indexed.</summary>
    public string? CodeTerm { get; init; }

    /// <summary>To be found in the title and nowhere else.</summary>
    public bool InTitle { get; init; }

    /// <summary>A word in which people ask, and which weighs little.</summary>
    public bool Asks { get; init; }

    /// <summary>For <see cref="UnitKind.Compound"/>: the terms of its parts written as one word.</summary>
    public IReadOnlyList<string> Whole { get; init; } = [];

    /// <summary>The places as synonyms are sought for them.</summary>
    public IEnumerable<IReadOnlyList<string>> Meant => Places.Zip(Words, (terms, word) => Query.Places.Meant(word, terms));
}

/// <summary>A query as understood: what must be there and what must not.</summary>
internal sealed record ReadQuery(IReadOnlyList<QueryUnit> Units, IReadOnlyList<QueryUnit> Excluded)
{
    /// <summary>The readings any of which will do, each with the same exclusions; empty where the query is one reading.</summary>
    public IReadOnlyList<ReadQuery> Alternatives { get; init; } = [];

    /// <summary>True where nothing is asked for and nothing kept out: everything fits.</summary>
    public bool IsEmpty => Units.Count == 0 && Excluded.Count == 0;

    /// <summary>The units that weigh; all of them where the query has only stop words.</summary>
    public IReadOnlyList<QueryUnit> Weighty { get; } =
        Units.Any(unit => !unit.Weightless) ? [.. Units.Where(unit => !unit.Weightless)] : Units;
}
