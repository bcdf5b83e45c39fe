using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Sru;

/// <summary>A request that was understood; without a query it asks what the service can do (explain).</summary>
internal sealed record SruRequest(SruDialect Dialect, CqlNode? Query, int Start, int Count, SruSchema Schema, bool Escaped)
{
    public const int DefaultCount = 10;
    public const int MostCount = 100;

    /// <summary>Parameters of both versions; those of extensions begin with x-.</summary>
    public static readonly IReadOnlyList<string> Known =
        ["version", "operation", "query", "queryType", "startRecord", "maximumRecords", "recordSchema", "recordPacking", "recordXMLEscaping", "resultSetTTL", "httpAccept", "renderedBy", "sortKeys", "stylesheet"];

    /// <summary>Reads a query string; the request is null only where a diagnostic is returned. The dialect is always known.</summary>
    public static SruDiagnostic? Read(IQueryCollection sent, out SruDialect dialect, out SruRequest? request)
    {
        request = null;
        dialect = Spoken(sent);
        if (One(sent, "version") is { } version && SruDialect.Of(version) is null)
            return SruDiagnostic.Version(SruDialect.Highest);
        if (sent.Keys.FirstOrDefault(name => !Known.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal)) is { } unknown)
            return SruDiagnostic.Parameter(unknown);
        if (sent.FirstOrDefault(pair => pair.Value.Count > 1 && Known.Contains(pair.Key)).Key is { } twice)
            return SruDiagnostic.Value(twice);
        var operation = One(sent, "operation") ?? (sent.ContainsKey("query") ? "searchRetrieve" : "explain");
        if (operation is not ("searchRetrieve" or "explain"))
            return SruDiagnostic.Operation(operation);
        if (One(sent, "stylesheet") is { Length: > 0 })
            return SruDiagnostic.Stylesheet();
        if (One(sent, "sortKeys") is { Length: > 0 })
            return SruDiagnostic.Sort();
        if (One(sent, "queryType") is { Length: > 0 } type and not ("cql" or "searchTerms"))
            return SruDiagnostic.Value($"queryType {type}");
        var packing = One(sent, dialect.Packing) ?? "xml";
        if (packing is not ("xml" or "string"))
            return SruDiagnostic.Packing(packing);
        if (SruSchema.Named(One(sent, "recordSchema") is { Length: > 0 } name ? name : "dc") is not { } schema)
            return operation == "explain" ? Explain(dialect, packing, out request) : SruDiagnostic.Schema(One(sent, "recordSchema")!);
        if (operation == "explain")
            return Explain(dialect, packing, out request);
        if (!IsNumber(One(sent, "startRecord"), 1, 1, out var start))
            return SruDiagnostic.Value("startRecord");
        if (!IsNumber(One(sent, "maximumRecords"), 0, DefaultCount, out var count))
            return SruDiagnostic.Value("maximumRecords");
        if (One(sent, "query") is not { Length: > 0 } query)
            return SruDiagnostic.Missing("query");
        var (tree, wrong) = One(sent, "queryType") == "searchTerms" ? (new CqlClause(CqlIndex.Anything, CqlRelation.All, query[..Math.Min(query.Length, CqlParser.LongestTerm)]), null) : CqlParser.Read(query);
        request = wrong is null ? new(dialect, tree, start, Math.Min(count, MostCount), schema, packing == "string") : null;
        return wrong;
    }

    // Both versions may be asked without a word on the version; only the older one names the operation, and a bare address is legal in both.
    private static SruDialect Spoken(IQueryCollection sent) =>
        One(sent, "version") is { } version ? SruDialect.Of(version) ?? (version.StartsWith('1') ? SruDialect.Older : SruDialect.Newer)
        : sent.ContainsKey("operation") || !sent.ContainsKey("query") ? SruDialect.Older : SruDialect.Newer;

    private static SruDiagnostic? Explain(SruDialect dialect, string packing, out SruRequest? request)
    {
        request = new(dialect, null, 1, 0, SruSchema.All[0], packing == "string");
        return null;
    }

    private static string? One(IQueryCollection sent, string name) => sent.TryGetValue(name, out var values) ? values[0] : null;

    private static bool IsNumber(string? text, int least, int otherwise, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least);
    }
}
