namespace DcCourseIndex.SearchApi.Sru;

/// <summary>A condition that must hold, or must not.</summary>
internal readonly record struct CqlCondition(CqlClause Clause, bool Holds);

/// <summary>Turns a query into alternatives, each a list of conditions that stand together: so the index can be asked for one after another.</summary>
internal static class CqlConditions
{
    /// <summary>Alternatives of one query; more than any person asks for.</summary>
    public const int Most = 32;

    /// <summary>Null where there would be too many.</summary>
    public static IReadOnlyList<IReadOnlyList<CqlCondition>>? Of(CqlNode query) => Of(query, true);

    private static List<IReadOnlyList<CqlCondition>>? Of(CqlNode node, bool holds)
    {
        if (node is CqlClause { Relation: CqlRelation.Any } any)
            return Words(any, holds);
        if (node is CqlClause clause)
            return [[new(clause, holds)]];
        var pair = (CqlPair)node;
        if (Of(pair.Left, holds) is not { } left || Of(pair.Right, holds == (pair.Operator != CqlBoolean.Not)) is not { } right)
            return null;
        // What must not hold together need not hold in one of the two (De Morgan).
        var either = pair.Operator == CqlBoolean.Or == holds;
        var count = either ? left.Count + right.Count : left.Count * right.Count;
        return count > Most ? null : either ? [.. left, .. right] : [.. left.SelectMany(_ => right, (one, other) => (IReadOnlyList<CqlCondition>)[.. one, .. other])];
    }

    // One of several words is one alternative for each.
    private static List<IReadOnlyList<CqlCondition>>? Words(CqlClause any, bool holds)
    {
        var words = any.Term.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new CqlCondition(any with { Relation = CqlRelation.All, Term = word }, holds)).ToList();
        return words.Count > Most ? null : holds ? [.. words.Select(word => (IReadOnlyList<CqlCondition>)[word])] : [words];
    }
}
