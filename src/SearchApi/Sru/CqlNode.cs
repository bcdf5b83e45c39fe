namespace DcCourseIndex.SearchApi.Sru;

/// <summary>A query that was understood.</summary>
internal abstract record CqlNode;

/// <summary>One condition: the index, how it is compared, and with what.</summary>
internal sealed record CqlClause(CqlIndex Index, CqlRelation Relation, string Term) : CqlNode;

/// <summary>Two conditions together.</summary>
internal sealed record CqlPair(CqlBoolean Operator, CqlNode Left, CqlNode Right) : CqlNode;

/// <summary>How two conditions stand together.</summary>
internal enum CqlBoolean { And, Or, Not }

/// <summary>How a field is compared with the words of a term: one of them, all of them, all in their order side by side, or the whole value.</summary>
internal enum CqlRelation { Any, All, Phrase, Exact }

/// <summary>What can be asked for.</summary>
internal enum CqlIndex { Anything, AllRecords, Title, Creator, Subject, Language, Publisher, Identifier }

/// <summary>The names of indexes and context sets.</summary>
internal static class CqlNames
{
    /// <summary>Short names of the context sets with their identifiers, as explain lists them.</summary>
    public static readonly IReadOnlyList<(string Name, string Identifier)> Sets =
        [("cql", "info:srw/cql-context-set/1/cql-v1.2"), ("dc", "info:srw/cql-context-set/1/dc-v1.1"), ("rec", "info:srw/cql-context-set/2/rec-1.1")];

    /// <summary>Every index with its set, name and what people call it.</summary>
    public static readonly IReadOnlyList<(CqlIndex Index, string Set, string Name, string Title)> All =
    [
        (CqlIndex.Anything, "cql", "serverChoice", "Any words of the course"),
        (CqlIndex.AllRecords, "cql", "allRecords", "Every course"),
        (CqlIndex.Title, "dc", "title", "Title"),
        (CqlIndex.Creator, "dc", "creator", "Author"),
        (CqlIndex.Subject, "dc", "subject", "Keywords, subjects and digital competences"),
        (CqlIndex.Language, "dc", "language", "Language (uk or ukr)"),
        (CqlIndex.Publisher, "dc", "publisher", "Institution or platform"),
        (CqlIndex.Identifier, "rec", "id", "Identifier of the course here"),
    ];

    /// <summary>The words that join two clauses.</summary>
    public static readonly IReadOnlyList<string> Booleans = ["and", "or", "not"];

    public static readonly IReadOnlyList<string> Relations = ["=", "==", "any", "all", "exact"];

    /// <summary>The short name of a set by its identifier in any version; null for one that is not known here.</summary>
    public static string? SetOf(string identifier) => identifier switch
    {
        "info:srw/cql-context-set/1/cql-v1.1" or "info:srw/cql-context-set/1/cql-v1.2" => "cql",
        "info:srw/cql-context-set/1/dc-v1.1" or "http://purl.org/dc/elements/1.1/" or "http://purl.org/dc/elements/1.1" => "dc",
        "info:srw/cql-context-set/2/rec-1.0" or "info:srw/cql-context-set/2/rec-1.1" => "rec",
        _ => null,
    };

    /// <summary>Finds an index by its name in any letters; a name without a set is looked for in all. <paramref name="prefixes"/> are the query's own.</summary>
    public static (CqlIndex? Index, SruDiagnostic? Wrong) Find(string written, IReadOnlyDictionary<string, string> prefixes)
    {
        var dot = written.IndexOf('.', StringComparison.Ordinal);
        var (prefix, name) = dot < 0 ? ("", written) : (written[..dot].ToLowerInvariant(), written[(dot + 1)..]);
        // The older version of the language called its set srw.
        var set = prefixes.GetValueOrDefault(prefix) ?? (prefix == "srw" ? "cql" : prefix);
        if (set.Length > 0 && Sets.All(known => known.Name != set))
            return (null, SruDiagnostic.ContextSet(prefix));
        foreach (var known in All)
        {
            if ((set.Length == 0 || known.Set == set) && (known.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || (known.Set == "rec" && name.Equals("identifier", StringComparison.OrdinalIgnoreCase))))
                return (known.Index, null);
        }
        return (null, SruDiagnostic.Index(written));
    }
}
