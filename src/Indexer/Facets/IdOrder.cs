namespace DcCourseIndex.Indexer.Facets;

/// <summary>
/// The ids of courses in order, so that two courses are compared by two numbers. A document number has one id for ever, alive or not;
/// so the order only grows.
/// </summary>
internal sealed class IdOrder
{
    public static readonly IdOrder Empty = new([], [], []);
    private readonly string?[] _ids;
    private readonly int[] _places;
    private readonly int[] _docs;

    private IdOrder(string?[] ids, int[] places, int[] docs) => (_ids, _places, _docs) = (ids, places, docs);

    public int Count => _docs.Length;

    /// <summary>The id of a document; null where it was never a course here.</summary>
    public string? IdOf(int doc) => doc < _ids.Length ? _ids[doc] : null;

    /// <summary>The place of a document in the order of ids.</summary>
    public int PlaceOf(int doc) => _places[doc];

    /// <summary>The places by document number.</summary>
    public ReadOnlySpan<int> Places => _places;

    /// <summary>The document at a place.</summary>
    public int DocAt(int place) => _docs[place];

    /// <summary>The first place behind an id, whether or not there is such a course.</summary>
    public int After(string id)
    {
        var (from, to) = (0, _docs.Length);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            (from, to) = string.CompareOrdinal(_ids[_docs[middle]], id) <= 0 ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    /// <summary>The order with more documents; those that are in it already do not matter.</summary>
    public IdOrder With(IEnumerable<(int Doc, string Id)> more, int limit)
    {
        var added = more.Where(one => IdOf(one.Doc) is null).ToArray();
        if (added.Length == 0)
        {
            return this;
        }

        var names = Array.ConvertAll(added, one => one.Id);
        if (!IsRising(names))
        {
            Array.Sort(names, added, StringComparer.Ordinal);
        }

        var ids = new string?[Math.Max(limit, _ids.Length)];
        _ids.CopyTo(ids, 0);
        foreach (var (doc, id) in added)
        {
            ids[doc] = id;
        }

        var docs = new int[_docs.Length + added.Length];
        for (int at = 0, old = 0, next = 0; at < docs.Length; at++)
        {
            docs[at] = next == added.Length || (old < _docs.Length && string.CompareOrdinal(ids[_docs[old]], added[next].Id) < 0)
                ? _docs[old++]
                : added[next++].Doc;
        }

        var places = new int[ids.Length];
        for (var at = 0; at < docs.Length; at++)
        {
            places[docs[at]] = at;
        }

        return new IdOrder(ids, places, docs);
    }

    private static bool IsRising(ReadOnlySpan<string> names)
    {
        for (var at = 1; at < names.Length; at++)
        {
            if (string.CompareOrdinal(names[at - 1], names[at]) > 0)
            {
                return false;
            }
        }

        return true;
    }
}
