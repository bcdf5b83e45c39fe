using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Completes typed letters to names of competences, words of titles, and titles; each kind has a share, and what one leaves free the others take.</summary>
internal sealed class Completing(Frameworks frameworks, FacetMeanings meanings)
{
    private readonly List<(string Code, string Name, string Folded)> _competences =
        [.. (frameworks.Find(Frameworks.Default)?.Competences ?? [])
            .SelectMany(competence => new[] { competence.Name.Uk, competence.Name.En }.Distinct().Select(name => (competence.Code, name, TextFolding.Fold(name))))];

    private CompetenceCounts? _counts;

    public IReadOnlyList<Completion> Of(string typed, int limit, Session session)
    {
        var folded = PreparedCourse.FoldTitle(typed);
        if (folded.Trim().Length == 0 || limit <= 0)
        {
            return [];
        }

        List<Completion>[] kinds = [Competences(folded, session), Terms(folded, limit, session.Connection), Titles(folded, limit, session.Connection)];
        var share = Math.Max(1, limit / kinds.Length);
        var taken = kinds.Select(kind => Math.Min(share, kind.Count)).ToArray();
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            taken[kind] += Math.Max(0, Math.Min(kinds[kind].Count - taken[kind], limit - taken.Sum()));
        }

        return [.. kinds.SelectMany((kind, at) => kind.Take(taken[at])).Take(limit)];
    }

    // A name is completed from its beginning or from the beginning of any of its words.
    private List<Completion> Competences(string folded, Session session)
    {
        var facts = session.Snapshot.Facts;
        var fitting = _competences
            .Where(name => name.Folded.StartsWith(folded, StringComparison.Ordinal) || name.Folded.Contains(' ' + folded, StringComparison.Ordinal))
            .OrderBy(name => name.Folded.StartsWith(folded, StringComparison.Ordinal) ? 0 : 1)
            .ToList();
        if (fitting.Count == 0)
        {
            return [];
        }

        var counts = Counts(facts);
        return [.. fitting.Select(name => new Completion(name.Name, "competence", counts.GetValueOrDefault(name.Code)))];
    }

    // The same for every letter that is typed until the index changes.
    private Dictionary<string, int> Counts(FactTable facts)
    {
        var known = _counts;
        if (known?.Facts != facts)
        {
            var values = meanings.In(Frameworks.Default);
            var counter = new FacetCounter(facts, values);
            using var hits = new HitCollector(facts, new FacetFilter(new Dictionary<Facet, IReadOnlyList<string>>(), facts, values), counter, new HitOrder(SortOrder.Id, facts, () => [], values.Today), null, collapse: true);
            hits.AddAll(null);
            _counts = known = new(facts, counter.Counts()[Facet.Competence].ToDictionary(count => count.Value, count => count.Count, StringComparer.Ordinal));
        }

        return known.ByCode;
    }

    private static List<Completion> Terms(string folded, int limit, ReadConnection connection) =>
        [.. connection.WordsFrom(folded, limit).Where(word => word.Titles > 0 && !StopWords.Contains(word.Word)).Select(word => new Completion(word.Word, "term", word.Titles))];

    private static List<Completion> Titles(string folded, int limit, ReadConnection connection)
    {
        List<Completion> titles = [];
        connection.Statement("""
            SELECT title, count(*) FROM titles
            WHERE folded >= $from AND folded < $to GROUP BY folded ORDER BY folded LIMIT $limit
            """)
            .With("$from", folded).With("$to", folded + char.MaxValue).With("$limit", limit)
            .Each(row => titles.Add(new Completion(row.GetString(0), "title", row.GetInt32(1))));
        return titles;
    }

    private sealed record CompetenceCounts(FactTable Facts, Dictionary<string, int> ByCode);
}
