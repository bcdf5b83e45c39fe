using System.Text;

namespace DcCourseIndex.Indexer.Query;

/// <summary>A filter that was typed into a query. The value is as typed, without quotation marks; <paramref name="Excluded"/>: with a minus before it.</summary>
public sealed record TypedFilter(Facet Facet, string Value, bool Excluded, string Typed);

/// <summary>A typed query parted into its words and its filters.</summary>
public sealed record TypedFilters(string Words, IReadOnlyList<TypedFilter> Filters)
{
    /// <summary>Takes the filters out of a text of any length; any string is taken, and one without field words stays as it is.</summary>
    public static TypedFilters Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return new(text, []);
        }

        List<TypedFilter> filters = [];
        var words = new StringBuilder(text.Length);
        var at = 0;
        foreach (var chunk in QuerySplitter.Split(text))
        {
            if (chunk.Facet is not { } facet)
            {
                continue;
            }

            filters.Add(new(facet, chunk.Value, chunk.Excluded, text[chunk.From..chunk.To]));
            words.Append(text.AsSpan(at, chunk.From - at).TrimEnd());
            at = chunk.To;
        }

        return filters.Count == 0 ? new(text, []) : new(words.Append(text.AsSpan(at)).ToString().Trim(), filters);
    }
}
