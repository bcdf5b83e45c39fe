namespace DcCourseIndex.Quality.Relevance;

/// <summary>
/// How well rankings fit judgements, each from 0 to 1, null where no query of the kind has them. nDCG@10 with gain 2^grade - 1 and discount log2(place + 1);
/// recall@10 of all judged courses; success@3: a course of grade 2 or 3 (or the best grade that the query has) among the first three;
/// quiet: share of queries without an answer that were told so (total 0 or confident: false).
/// </summary>
internal sealed record RelevanceFigures(int Queries, double? Ndcg, double? Recall, double? Success, double? Quiet)
{
    private const int Depth = 10;

    public static RelevanceFigures Of(IReadOnlyList<(JudgedQuery Query, Ranking Found)> judged)
    {
        var answered = judged.Where(pair => pair.Query.Relevant.Count > 0).ToList();
        var negative = judged.Where(pair => pair.Query.Relevant.Count == 0).ToList();
        return new(
            judged.Count,
            Mean(answered, pair => NdcgOf(pair.Query.Relevant, pair.Found.Ids)),
            Mean(answered, pair => (double)pair.Found.Ids.Take(Depth).Count(pair.Query.Relevant.ContainsKey) / Math.Min(Depth, pair.Query.Relevant.Count)),
            Mean(answered, pair => Succeeds(pair.Query.Relevant, pair.Found.Ids) ? 1 : 0),
            Mean(negative, pair => pair.Found.Quiet ? 1 : 0));
    }

    public static double NdcgOf(IReadOnlyDictionary<string, int> relevant, IReadOnlyList<string> ids) =>
        Gain(ids.Take(Depth).Select(id => relevant.GetValueOrDefault(id))) / Gain(relevant.Values.OrderDescending().Take(Depth));

    private static bool Succeeds(IReadOnlyDictionary<string, int> relevant, IReadOnlyList<string> ids)
    {
        var enough = Math.Min(2, relevant.Values.Max());
        return ids.Take(3).Any(id => relevant.GetValueOrDefault(id) >= enough);
    }

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();

    private static double? Mean<T>(List<T> items, Func<T, double> value) => items.Count == 0 ? null : Math.Round(items.Average(value), 4);
}
