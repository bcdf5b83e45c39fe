using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// Of what the score of one hit is made; the parts add up to it. <paramref name="Words"/> says what each clause gave, or all of them together where the
/// engine cannot tell them apart (one entry without a clause); <paramref name="Title"/> is for a title that says all of the query, <paramref name="Topic"/>
/// for the competences of which the query speaks, <paramref name="Theme"/> for other words of its themes, <paramref name="Prior"/> for what speaks for the course itself.
/// </summary>
internal sealed record ScoreParts(IReadOnlyList<(Clause? Clause, double Value)> Words, double Title, double Topic, double Theme, double Prior)
{
    public double Sum => Words.Sum(word => word.Value) + Title + Topic + Theme + Prior;

    /// <summary>The same so that the parts, rounded to hundredths, add up to the rounded score; what rounding left goes to the largest.</summary>
    public ScoreParts Rounded(double score)
    {
        var values = Words.Select(word => word.Value).Concat([Title, Topic, Theme, Prior]).Select(value => Math.Round(value, 2)).ToArray();
        values[Array.IndexOf(values, values.Max())] += Math.Round(score, 2) - values.Sum();
        return new([.. Words.Select((word, at) => (word.Clause, Math.Round(values[at], 2)))], Math.Round(values[^4], 2), Math.Round(values[^3], 2), Math.Round(values[^2], 2), Math.Round(values[^1], 2));
    }
}
