using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Quality.Relevance;

/// <summary><c>relevance COURSES.jsonl QUERIES.jsonl</c>: what the search finds beside what a search without language finds. <c>--misses yes</c> lists the queries below 0.85.</summary>
internal static class RelevanceCommand
{
    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        if (line.Files is not [var courses, var queries])
        {
            Console.Error.WriteLine("Usage: relevance COURSES.jsonl QUERIES.jsonl [--engine postings|fts5|lucene] [--dictionary none|auto|PATH] [--misses yes]");
            return 2;
        }

        var listings = LabelledListing.Read(courses);
        var judged = JudgedQuery.Read(queries);
        using var index = new JudgedIndex(listings, line);
        var plain = new PlainBaseline(listings.Select(listing => (listing.Id, listing.Title + "\n" + Catalog.Language.HtmlText.ToText(listing.Summary, listing.Lang))));
        var ours = judged.ConvertAll(query => (query, index.Search(query)));
        var baseline = judged.ConvertAll(query => (query, plain.Search(query.Query)));

        Say($"{listings.Count} courses, {judged.Count} queries.");
        Say($"{"kind",-24}{"n",4}{"nDCG@10",9}{"recall@10",11}{"success@3",11}{"quiet",7}{"baseline nDCG@10",18}");
        Row("all", RelevanceFigures.Of(ours), RelevanceFigures.Of(baseline));
        var perKind = judged.Select(query => query.Kind).Distinct().Order(StringComparer.Ordinal).ToDictionary(
            kind => kind,
            kind => new { search = Of(ours, kind), baseline = Of(baseline, kind) });
        foreach (var (kind, figures) in perKind)
        {
            Row(kind, figures.search, figures.baseline);
        }

        if (line.Option("misses") is not null)
        {
            Misses(ours, index);
        }

        Console.WriteLine(JsonSerializer.Serialize(new { command = "relevance", all = new { search = RelevanceFigures.Of(ours), baseline = RelevanceFigures.Of(baseline) }, perKind }, Wire.Json));
        return 0;
    }

    private static RelevanceFigures Of(List<(JudgedQuery Query, Ranking Found)> rankings, string kind) =>
        RelevanceFigures.Of([.. rankings.Where(pair => pair.Query.Kind == kind)]);

    private static void Misses(List<(JudgedQuery Query, Ranking Found)> rankings, JudgedIndex index)
    {
        foreach (var (query, found) in rankings.Where(pair => pair.Query.Relevant.Count == 0 ? !pair.Found.Quiet : RelevanceFigures.NdcgOf(pair.Query.Relevant, pair.Found.Ids) < 0.85))
        {
            var answer = index.Answer(query);
            Say($"\n{query.Kind}: {query.Query}  total {answer.Total}, confident {answer.Confident}, read as {answer.Suggestion?.Query ?? "typed"}");
            Say($"  wanted {string.Join(' ', query.Relevant.OrderByDescending(one => one.Value).Select(one => $"{one.Key}:{one.Value}"))}");
            foreach (var hit in answer.Hits.Take(6))
            {
                Say($"  {query.Relevant.GetValueOrDefault(hit.Course.Course.Id[(hit.Course.Course.Id.IndexOf('.', StringComparison.Ordinal) + 1)..])} {hit.Score:0.00} {hit.Course.Course.Id} {hit.Course.Course.Title}  {hit.Explanation}");
            }
        }
    }

    private static void Row(string kind, RelevanceFigures search, RelevanceFigures baseline) => Say(
        $"{kind,-24}{search.Queries,4}{search.Ndcg,9:0.000}{search.Recall,11:0.000}{search.Success,11:0.000}{search.Quiet,7:0.00}{baseline.Ndcg,18:0.000}");

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
