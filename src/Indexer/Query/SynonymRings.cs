using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Indexer.Query;

/// <summary>Expressions that mean the same, in one language or across languages; each may have several words.</summary>
internal sealed class SynonymRings
{
    private readonly Dictionary<string, List<Expression>> _byFirstTerm = new(StringComparer.Ordinal);

    private readonly NearWords _words = new();
    private readonly ILookup<string, string> _inLatin;

    public SynonymRings(IReadOnlyList<IReadOnlyList<string>> rings, TextAnalysis analysis)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ring in rings)
        {
            var members = ring.Select(text => Places.Of(analysis.Analyse(text))).Where(places => places.Count > 0).ToList();
            var expressions = members.ConvertAll(places => places.Select(place => place.Terms).ToList());
            _words.Add([.. members.SelectMany(member => member).Select(place => place.Word).Where(word => word.Length >= NearWords.MinLength && seen.Add(word))]);
            foreach (var member in members)
            {
                var places = member.Select(place => Places.Meant(place.Word, place.Terms)).ToList();
                Add(new Expression(places, expressions));
                if (places.Count == 2)
                {
                    // People say «новина неправдива» as well as «неправдива новина».
                    Add(new Expression([places[1], places[0]], expressions));
                }
            }
        }

        _inLatin = seen.Where(word => !char.IsAscii(word[0])).ToLookup(word => LatinKey.Of(word) ?? "", StringComparer.Ordinal);
    }

    /// <summary>The Ukrainian words of the rings that are typed so in Latin letters.</summary>
    public IEnumerable<string> InLatin(string typed) => LatinKey.Of(typed) is { Length: > 0 } key ? _inLatin[key] : [];

    /// <summary>The words of the rings that are one slip away from a mistyped one.</summary>
    public IReadOnlyList<string> Near(string word) => _words.Near(word);

    /// <summary>The longest expression of a ring that stands in the query at a place, with what may stand for it. The query holds the readings that are meant.</summary>
    public SynonymMatch? At(IReadOnlyList<IReadOnlyList<string>> query, int place)
    {
        var fitting = query[place]
            .SelectMany(term => _byFirstTerm.GetValueOrDefault(term) ?? [])
            .Where(expression => Stands(expression.Places, query, place))
            .ToList();
        if (fitting.Count == 0)
        {
            return null;
        }

        var length = fitting.Max(expression => expression.Places.Count);
        var alternatives = fitting.Where(expression => expression.Places.Count == length)
            .SelectMany(expression => expression.Ring)
            .DistinctBy(places => string.Join('|', places.Select(Places.Key)))
            .Where(places => places.Count != length || !Stands(places, query, place));
        return new SynonymMatch(length, [.. alternatives]);
    }

    private void Add(Expression expression)
    {
        foreach (var term in expression.Places[0])
        {
            (_byFirstTerm.TryGetValue(term, out var list) ? list : _byFirstTerm[term] = []).Add(expression);
        }
    }

    private static bool Stands(List<IReadOnlyList<string>> places, IReadOnlyList<IReadOnlyList<string>> query, int at)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (at + i >= query.Count || !places[i].Any(term => query[at + i].Contains(term)))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Expression(List<IReadOnlyList<string>> Places, List<List<IReadOnlyList<string>>> Ring);
}

/// <summary>How many places of the query an expression covers, and the expressions that mean the same.</summary>
internal sealed record SynonymMatch(int Length, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Alternatives);
