using System.Globalization;

namespace DcCourseIndex.Indexer.Query;

/// <summary>What a query may ask for, so that none costs more than a few honest ones.</summary>
public static class QueryLimits
{
    /// <summary>Why a typed query is not answered, as a sentence with a remedy; null where it is. What is longer than is read is cut and no reason.</summary>
    public static string? Objection(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return QueryForm.Of(QuerySplitter.Split(QuerySplitter.Cut(text))).IsTooMuch
            ? string.Create(CultureInfo.InvariantCulture, $"OR and brackets stand for more than {QueryForm.MostAlternatives} alternatives or {QueryForm.MostPieces} words in them; ask in two queries.")
            : null;
    }
}
