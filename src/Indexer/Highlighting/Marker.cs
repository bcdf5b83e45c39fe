using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Highlighting;

/// <summary>A stretch of text to be marked, in UTF-16 units.</summary>
internal readonly record struct Mark(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Finds the words of a query in a text in any inflection. An expression of several words is marked where it stands as a whole.</summary>
internal sealed class Marker
{
    private readonly TextAnalysis _analysis;
    private readonly Dictionary<string, List<IReadOnlyList<IReadOnlyList<string>>>> _byFirstTerm = new(StringComparer.Ordinal);
    private readonly List<string> _prefixes = [];

    public Marker(TextAnalysis analysis, IEnumerable<QueryUnit> units, IEnumerable<IReadOnlyList<IReadOnlyList<string>>> synonyms)
    {
        _analysis = analysis;
        foreach (var unit in units)
        {
            if (unit.Kind == UnitKind.Prefix)
            {
                _prefixes.Add(unit.Words[0]);
            }
            else if (unit.Places.Count > 0)
            {
                Add(unit.Places);
                if (unit.Whole.Count > 0)
                {
                    Add([unit.Whole]);
                }
            }
        }

        foreach (var expression in synonyms)
        {
            Add(expression);
        }
    }

    /// <summary>The marks in order; they do not overlap.</summary>
    public IReadOnlyList<Mark> Marks(string text)
    {
        if (_byFirstTerm.Count == 0 && _prefixes.Count == 0)
        {
            return [];
        }

        List<Mark> marks = [];
        var tokens = _analysis.Analyse(text);
        var places = Places.Of(tokens);
        var wholes = Places.Compounds(tokens).ToDictionary(whole => whole.Start);
        for (var at = 0; at < places.Count;)
        {
            if (wholes.TryGetValue(places[at].Start, out var whole) && Longest([whole], 0) > 0)
            {
                marks.Add(new Mark(whole.Start, whole.Length));
                at += places.Skip(at).TakeWhile(place => place.Start < whole.Start + whole.Length).Count();
                continue;
            }

            var length = Math.Max(Longest(places, at), BeginsAsWanted(places[at].Word) ? 1 : 0);
            if (length > 0)
            {
                var last = places[at + length - 1];
                marks.Add(new Mark(places[at].Start, last.Start + last.Length - places[at].Start));
            }

            at += Math.Max(1, length);
        }

        return marks;
    }

    private bool BeginsAsWanted(string word)
    {
        foreach (var prefix in _prefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(IReadOnlyList<IReadOnlyList<string>> expression)
    {
        foreach (var term in expression[0])
        {
            (_byFirstTerm.TryGetValue(term, out var list) ? list : _byFirstTerm[term] = []).Add(expression);
        }
    }

    private int Longest(IReadOnlyList<AnalysedToken> places, int at)
    {
        var longest = 0;
        var terms = places[at].Terms;
        for (var term = 0; term < terms.Count; term++)
        {
            if (!_byFirstTerm.TryGetValue(terms[term], out var expressions))
            {
                continue;
            }

            foreach (var expression in expressions)
            {
                if (expression.Count > longest && Stands(expression, places, at))
                {
                    longest = expression.Count;
                }
            }
        }

        return longest;
    }

    private static bool Stands(IReadOnlyList<IReadOnlyList<string>> expression, IReadOnlyList<AnalysedToken> places, int at)
    {
        for (var i = 0; i < expression.Count; i++)
        {
            if (at + i >= places.Count || !expression[i].Any(places[at + i].Terms.Contains))
            {
                return false;
            }
        }

        return true;
    }
}
