using System.Collections.Concurrent;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Facets;
using DcCourseIndex.Indexer.Paging;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// Completes typed letters to names of competences, words of titles, and titles; each kind has a share, and what one leaves free the others take.
/// Where nothing begins so, what begins one slip away behind the first letter.
/// </summary>
internal sealed class Completing(Frameworks frameworks, FacetMeanings meanings, NearWords words)
{
    // Words one slip away that are compared by the number of their titles, and of these the beginnings that are completed.
    private const int MostCompared = 100;
    private const int MostMended = 3;

    // So few letters begin so many words that they are looked up once for a state of the index.
    private const int ShortBeginning = 2;

    private readonly List<(string Code, string Name, string Folded)> _competences =
        [.. (frameworks.Find(Frameworks.Default)?.Competences ?? [])
            .SelectMany(competence => new[] { competence.Name.Uk, competence.Name.En }.Distinct().Select(name => (competence.Code, name, TextFolding.Fold(name))))];

    private CompetenceCounts? _counts;
    private ShortBeginnings? _short;

    public IReadOnlyList<Completion> Of(string typed, int limit, Session session)
    {
        var folded = PreparedCourse.FoldTitle(typed);
        if (folded.Trim().Length == 0 || limit <= 0)
        {
            return [];
        }

        var kinds = Kinds(folded, limit, session);
        foreach (var mended in Array.TrueForAll(kinds, kind => kind.Count == 0) ? Mended(folded, session.Connection) : [])
        {
            // Found by the best beginning; the others add what they have.
            var more = Kinds(mended, limit, session);
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                kinds[kind].AddRange(more[kind].Except(kinds[kind]));
            }
        }

        var share = Math.Max(1, limit / kinds.Length);
        var taken = kinds.Select(kind => Math.Min(share, kind.Count)).ToArray();
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            taken[kind] += Math.Max(0, Math.Min(kinds[kind].Count - taken[kind], limit - taken.Sum()));
        }

        return [.. kinds.SelectMany((kind, at) => kind.Take(taken[at])).Take(limit)];
    }

    private List<Completion>[] Kinds(string folded, int limit, Session session) => [Competences(folded, session), Terms(folded, limit, session), Titles(folded, limit, session.Connection)];

    // The word that is being typed, or the only one, may have the slip.
    private IEnumerable<string> Mended(string folded, ReadConnection connection)
    {
        var start = folded.LastIndexOf(' ') + 1;
        return words.NearBeginnings(folded[start..], MostCompared)
            .Select(near => (Beginning: near.Word[..near.Length], Titles: connection.Word(near.Word)?.Titles ?? 0))
            .Where(near => near.Titles > 0)
            .GroupBy(near => near.Beginning, (beginning, some) => (Beginning: beginning, Titles: some.Sum(one => one.Titles)))
            .OrderByDescending(near => near.Titles).ThenBy(near => near.Beginning, StringComparer.Ordinal)
            .Take(MostMended)
            .Select(near => string.Concat(folded.AsSpan(0, start), near.Beginning));
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

    private List<Completion> Terms(string folded, int limit, Session session)
    {
        if (folded.Length > ShortBeginning)
        {
            return Terms(folded, limit, session.Connection);
        }

        var known = _short;
        if (known?.Seq != session.Snapshot.Seq)
        {
            _short = known = new(session.Snapshot.Seq, []);
        }

        if (known.Terms.TryGetValue((folded, limit), out var terms))
        {
            return [.. terms];
        }

        // Beginnings that lead to nothing are without number.
        terms = Terms(folded, limit, session.Connection);
        return terms.Count == 0 ? terms : [.. known.Terms.GetOrAdd((folded, limit), terms)];
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

    private sealed record ShortBeginnings(long Seq, ConcurrentDictionary<(string Beginning, int Limit), List<Completion>> Terms);
}
