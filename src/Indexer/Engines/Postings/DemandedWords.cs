using DcCourseIndex.Indexer.Engines.Store;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>What was quoted, or is to stand in the title, with the courses that have it: a relaxed answer may leave out any other word, but none of these.</summary>
internal sealed class DemandedWords
{
    public static readonly DemandedWords None = new([]);

    private readonly List<DocSet> _docs;

    private DemandedWords(List<DocSet> docs) => _docs = docs;

    public bool IsEmpty => _docs.Count == 0;

    /// <summary>Those of a query; each clause for itself, by any of its ways.</summary>
    public static DemandedWords Of(IReadOnlyList<AskedClause> clauses, IKnownWords index, FactTable table)
    {
        List<DocSet> demanded = [];
        foreach (var clause in clauses.Where(clause => clause.Shown.IsDemanded))
        {
            var docs = new DocSet(table.Limit);
            foreach (var way in clause.Ways)
            {
                index.AddTo(docs, way, table);
            }

            demanded.Add(docs);
        }

        return new(demanded);
    }

    /// <summary>Whether a course has all of them.</summary>
    public bool AreIn(int doc)
    {
        // No closure: this is asked for every course that is touched.
        foreach (var docs in _docs)
        {
            if (!docs.Contains(doc))
            {
                return false;
            }
        }

        return true;
    }
}
