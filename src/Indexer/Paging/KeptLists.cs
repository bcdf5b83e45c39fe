using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>
/// Keeps answers for five minutes after they were last given out, so that their cursors hold to one snapshot. Equal queries on one
/// snapshot share an answer. Bounded: under pressure the oldest goes first, and its cursors have then expired.
/// </summary>
internal sealed class KeptLists(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private const int MostLists = 500;
    private const int MostBytes = 50_000_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<UInt128, LinkedListNode<Entry>> _byName = [];
    private readonly Dictionary<(long Query, long Snapshot), LinkedListNode<Entry>> _byQuery = [];
    private readonly LinkedList<Entry> _oldestFirst = [];
    private long _bytes;

    /// <summary>Keeps the answer to a query on a snapshot, or goes on with the one kept already, under a name that cannot be guessed.</summary>
    public UInt128 Keep(KeptAnswer answer, long snapshot)
    {
        lock (_gate)
        {
            var key = (answer.Query, snapshot);
            if (_byQuery.TryGetValue(key, out var known))
            {
                _oldestFirst.Remove(known);
                known.Value = known.Value with { Since = time.GetTimestamp() };
                _oldestFirst.AddLast(known);
                answer.LetGo();
                return known.Value.Name;
            }

            var node = _oldestFirst.AddLast(new Entry(Name(), key, answer, time.GetTimestamp()));
            _byName.Add(node.Value.Name, node);
            _byQuery.Add(key, node);
            _bytes += answer.Size;
            while (_oldestFirst.First is { } oldest && oldest != node && (_byName.Count > MostLists || _bytes > MostBytes || IsOver(oldest)))
            {
                _oldestFirst.Remove(oldest);
                _byName.Remove(oldest.Value.Name);
                _byQuery.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Answer.Size;
                oldest.Value.Answer.LetGo();
            }

            return node.Value.Name;
        }
    }

    /// <summary>The answer of that name, held for the caller, who lets it go; null where it was never kept or its time is over.</summary>
    public KeptAnswer? Find(UInt128 name)
    {
        lock (_gate)
        {
            return _byName.TryGetValue(name, out var node) && !IsOver(node) ? node.Value.Answer.Hold() : null;
        }
    }

    private static UInt128 Name()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return BinaryPrimitives.ReadUInt128LittleEndian(random);
    }

    private bool IsOver(LinkedListNode<Entry> node) => time.GetElapsedTime(node.Value.Since) > Lifetime;

    private sealed record Entry(UInt128 Name, (long Query, long Snapshot) Key, KeptAnswer Answer, long Since);
}
