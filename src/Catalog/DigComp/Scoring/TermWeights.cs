namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>What one occurrence of a term is worth: by kind, by length, and less where several competences share its words.</summary>
internal sealed class TermWeights
{
    private readonly double[] _weights;

    public TermWeights(Lexicon lexicon)
    {
        var shared = lexicon.Terms.Where(term => term.Competence != Lexicon.Digital)
            .GroupBy(term => term.Words.ToLowerInvariant())
            .ToDictionary(group => group.Key, group => group.Select(term => term.Competence).Distinct().Count());
        _weights = [.. lexicon.Terms.Select(term => Worth(term) / Math.Pow(shared.GetValueOrDefault(term.Words.ToLowerInvariant(), 1), 0.5))];
    }

    public double Of(int term) => _weights[term];

    private static double Worth(LexiconTerm term)
    {
        var words = term.Words.Count(c => c == ' ') + 1;
        return term.Kind switch
        {
            TermKind.Weak => 1,
            TermKind.Brand or TermKind.Name => 0.9,
            _ => 1 + (0.2 * Math.Min(words - 1, 2)),
        };
    }
}
