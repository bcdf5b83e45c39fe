using System.Buffers;
using System.Numerics;
using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>Takes the courses that match the words of a query, counts them by facet, and keeps those that pass the filters; collapsed, one offer of each course.</summary>
internal sealed class HitCollector(FactTable table, FacetFilter filter, FacetCounter counter, HitOrder order, string? afterId, bool collapse) : IDisposable
{
    private readonly int _firstPlace = afterId is null ? 0 : table.Ids.After(afterId);
    // The place of each cluster's offer among the chosen ones, by number of the cluster; 0 where it has none yet.
    private int[] _placeOf = [];
    private readonly List<ChosenOffer> _chosen = [];
    private ulong[] _hits = [];
    private int _kept;

    /// <summary>Courses that pass all filters, before and after the place where the page begins.</summary>
    public int Total { get; private set; }

    /// <summary>Takes every course that is not left out, all of them alike.</summary>
    public void AddAll(Func<int, bool>? leftOut)
    {
        Expect(table.Count);
        Span<int> docs = stackalloc int[FactBlock.Size];
        Span<float> scores = stackalloc float[FactBlock.Size];
        scores.Clear();
        for (var block = 0; block < table.Blocks.Length; block++)
        {
            var (count, first) = (0, block << FactBlock.Bits);
            foreach (var word in table.Blocks[block].Living)
            {
                for (var left = word; left != 0; left &= left - 1)
                {
                    var doc = first + BitOperations.TrailingZeroCount(left);
                    if (leftOut?.Invoke(doc) != true)
                    {
                        docs[count++] = doc;
                    }
                }

                first += 64;
            }

            AddBlock(docs[..count], scores[..count]);
        }
    }

    /// <summary>Takes courses with their scores; neighbours are best given together.</summary>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        Expect(_kept + docs.Length);
        for (int from = 0, to; from < docs.Length; from = to)
        {
            var block = docs[from] >> FactBlock.Bits;
            for (to = from + 1; to < docs.Length && to - from < FactBlock.Size && docs[to] >> FactBlock.Bits == block; to++)
            {
            }

            AddBlock(docs[from..to], scores[from..to]);
        }
    }

    /// <summary>What was kept; to be asked for once, after the last course.</summary>
    public HitList Finish()
    {
        Expect(_kept + _chosen.Count);
        Total += _chosen.Count;
        foreach (var offer in _chosen)
        {
            Keep(offer.BestKey, offer.IdPlace);
        }

        var hits = HitList.Lent(_hits, _kept, table.Ids);
        _hits = [];
        return hits;
    }

    public void Dispose()
    {
        ReturnHits();
        if (_placeOf.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_placeOf);
            _placeOf = [];
        }
    }

    private void Expect(int courses)
    {
        if (courses <= _hits.Length)
        {
            return;
        }

        var larger = ArrayPool<ulong>.Shared.Rent(courses);
        Array.Copy(_hits, larger, _kept);
        ReturnHits();
        _hits = larger;
    }

    private void ReturnHits()
    {
        if (_hits.Length > 0)
        {
            ArrayPool<ulong>.Shared.Return(_hits);
            _hits = [];
        }
    }

    private void AddBlock(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        if (docs.Length == 0)
        {
            return;
        }

        var block = table.Block(docs[0]);
        Span<sbyte> verdicts = stackalloc sbyte[docs.Length];
        filter.Judge(block, docs, verdicts);

        // Sorted by verdict first, without a branch that nobody can foretell.
        Span<ushort> passing = stackalloc ushort[FactBlock.Size];
        Span<ushort> own = stackalloc ushort[FactBlock.Size];
        var (passed, owned) = (0, 0);
        for (var at = 0; at < verdicts.Length; at++)
        {
            passing[passed] = own[owned] = (ushort)at;
            passed += verdicts[at] == FacetFilter.Passes ? 1 : 0;
            owned += verdicts[at] >= 0 ? 1 : 0;
        }

        passing = passing[..passed];
        own = own[..owned];
        if (collapse && block.HasOffers)
        {
            passing = WithoutOffers(block, passing, docs, scores, verdicts);
            own = WithoutOffers(block, own, docs, scores, verdicts);
        }

        Keep(block, passing, docs, scores);
        foreach (ref var at in own)
        {
            counter.AddOwn(block, FactTable.Place(docs[at]), verdicts[at]);
        }

        foreach (ref var at in passing)
        {
            at = (ushort)FactTable.Place(docs[at]);
        }

        counter.Add(block, passing);
    }

    // Takes those of courses with several offers, and returns the others.
    private Span<ushort> WithoutOffers(FactBlock block, Span<ushort> some, ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, ReadOnlySpan<sbyte> verdicts)
    {
        var left = 0;
        foreach (var at in some)
        {
            var place = FactTable.Place(docs[at]);
            if (block.Clusters[place] != 0)
            {
                AddOffer(block, place, docs[at], verdicts[at], scores[at]);
            }
            else
            {
                some[left++] = at;
            }
        }

        return some[..left];
    }

    private void Keep(FactBlock block, ReadOnlySpan<ushort> passing, ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        var ids = table.Ids.Places;
        Total += passing.Length;
        if (order.Sort == SortOrder.Relevance && _firstPlace == 0)
        {
            // Nearly every query: room for all of them is there.
            var room = _hits.AsSpan(_kept, passing.Length);
            for (var at = 0; at < room.Length; at++)
            {
                var passes = passing[at];
                room[at] = HitList.Hit(HitOrder.Key(scores[passes]), ids[docs[passes]]);
            }

            _kept += room.Length;
            return;
        }

        foreach (var at in passing)
        {
            var doc = docs[at];
            Keep(order.Key(block, FactTable.Place(doc), doc, scores[at]), ids[doc]);
        }
    }

    private void AddOffer(FactBlock block, int place, int doc, int verdict, float score)
    {
        counter.AddOffer(doc, verdict);
        if (verdict == FacetFilter.Passes)
        {
            var key = order.Key(block, place, doc, score);
            var offer = new ChosenOffer(key, key, block.Ranks[place], block.FirstSeen[place], table.Ids.PlaceOf(doc));
            if (_placeOf.Length == 0)
            {
                _placeOf = ArrayPool<int>.Shared.Rent(table.Clusters + 1);
                Array.Clear(_placeOf, 0, table.Clusters + 1);
            }

            ref var at = ref _placeOf[block.Clusters[place]];
            if (at > 0)
            {
                _chosen[at - 1] = _chosen[at - 1].Or(offer, order.Sort);
                return;
            }

            _chosen.Add(offer);
            at = _chosen.Count;
        }
    }

    private void Keep(uint key, int idPlace)
    {
        if (idPlace >= _firstPlace)
        {
            _hits[_kept++] = HitList.Hit(key, idPlace);
        }
    }
}
