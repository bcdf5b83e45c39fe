namespace DcCourseIndex.SearchApi.Sru;

/// <summary>Reads queries of the Contextual Query Language (CQL 1.2): and, or, not from left to right, parentheses, prefixes; what nothing here can do gets its diagnostic.</summary>
internal sealed class CqlParser
{
    public const int LongestQuery = 1000;
    public const int LongestTerm = 300;

    private const int MostBooleans = 30;
    private const int Deepest = 20;

    private readonly IReadOnlyList<CqlToken> tokens;
    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private int at;
    private int booleans;
    private int depth;
    private SruDiagnostic? wrong;

    private CqlParser(IReadOnlyList<CqlToken> tokens) => this.tokens = tokens;

    /// <summary>The query as a tree; null only where a diagnostic says why.</summary>
    public static (CqlNode? Query, SruDiagnostic? Wrong) Read(string text)
    {
        if (text.Length > LongestQuery)
            return (null, SruDiagnostic.LongQuery(LongestQuery));
        var (tokens, unclosed) = CqlTokens.Of(text);
        if (unclosed is not null)
            return (null, unclosed);
        var parser = new CqlParser(tokens);
        var query = parser.Query();
        if (parser.wrong is null && !parser.Here.IsEnd)
            parser.Refuse(parser.Here.IsWord("sortby") ? SruDiagnostic.Sort() : parser.Here.Is(")") ? SruDiagnostic.Parentheses(parser.Here.At) : SruDiagnostic.Syntax(parser.Here.Text));
        return parser.wrong is { } diagnostic ? (null, diagnostic) : (query, null);
    }

    private CqlToken Here => tokens[at];

    private CqlToken Take() => Here.IsEnd ? Here : tokens[at++];

    private CqlNode? Query()
    {
        while (wrong is null && Here.Is(">"))
            Prefix();
        var left = Operand();
        while (wrong is null && Boolean() is { } joined)
        {
            if (++booleans > MostBooleans)
                return Refuse(SruDiagnostic.ManyBooleans(MostBooleans));
            left = Operand() is { } right && left is not null ? new CqlPair(joined, left, right) : null;
        }
        return left;
    }

    private void Prefix()
    {
        Take();
        var first = Take();
        var (name, identifier) = Here.Is("=") ? (first.Text.ToLowerInvariant(), TakeBehind().Text) : ("", first.Text);
        if (first.Sign)
            Refuse(SruDiagnostic.Syntax(first.Text));
        else if (CqlNames.SetOf(identifier) is { } set)
            prefixes[name] = set;
        else
            Refuse(SruDiagnostic.ContextSet(identifier));
    }

    private CqlToken TakeBehind()
    {
        Take();
        return Take();
    }

    private CqlBoolean? Boolean()
    {
        CqlBoolean? found = Here.IsWord("and") ? CqlBoolean.And : Here.IsWord("or") ? CqlBoolean.Or : Here.IsWord("not") ? CqlBoolean.Not : null;
        if (found is null)
        {
            if (Here.IsWord("prox"))
                Refuse(SruDiagnostic.Boolean("prox"));
            return null;
        }
        Take();
        if (Here.Is("/"))
            Refuse(SruDiagnostic.BooleanModifier(TakeBehind().Text));
        return found;
    }

    private CqlNode? Operand()
    {
        var first = Take();
        if (first.Is("("))
        {
            if (++depth > Deepest)
                return Refuse(SruDiagnostic.Parentheses(first.At));
            var inner = Query();
            depth--;
            if (wrong is null && !Take().Is(")"))
                return Refuse(SruDiagnostic.Parentheses(first.At));
            return inner;
        }
        if (first.Sign || IsBoolean(first))
            return Refuse(SruDiagnostic.Syntax(first.Text));
        if (!IsRelation(Here))
            return Clause(CqlIndex.Anything, CqlRelation.All, first);
        var (index, unknown) = CqlNames.Find(first.Text, prefixes);
        var relation = Take().Text;
        if (Here.Is("/"))
            return Refuse(SruDiagnostic.RelationModifier(TakeBehind().Text));
        var term = Take();
        if (term.Sign)
            return Refuse(SruDiagnostic.Syntax(term.Text));
        CqlRelation? compared = relation.ToLowerInvariant() switch { "any" => CqlRelation.Any, "all" => CqlRelation.All, "=" => CqlRelation.Phrase, "==" or "exact" => CqlRelation.Exact, _ => null };
        return unknown is not null ? Refuse(unknown) : compared is not { } known ? Refuse(SruDiagnostic.Relation(relation)) : Clause(index!.Value, known, term);
    }

    private CqlClause? Clause(CqlIndex index, CqlRelation relation, CqlToken written)
    {
        var (term, masked) = CqlTokens.Meant(written.Text);
        if (masked is not null)
            Refuse(masked);
        else if (string.IsNullOrWhiteSpace(term))
            Refuse(SruDiagnostic.EmptyTerm());
        else if (term.Length > LongestTerm)
            Refuse(SruDiagnostic.LongTerm(LongestTerm));
        return wrong is null ? new(index, relation, term.Trim()) : null;
    }

    private static bool IsBoolean(CqlToken token) => token.IsWord("and") || token.IsWord("or") || token.IsWord("not") || token.IsWord("prox");

    private static bool IsRelation(CqlToken token) => token.Sign
        ? token.Text is "=" or "==" or "<>" or "<" or ">" or "<=" or ">="
        : !token.Quoted && !IsBoolean(token) && !token.IsWord("sortby");

    // The first thing that is wrong is the one that counts.
    private CqlNode? Refuse(SruDiagnostic diagnostic)
    {
        wrong ??= diagnostic;
        return null;
    }
}
