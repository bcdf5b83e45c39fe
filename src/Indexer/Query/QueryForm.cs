namespace DcCourseIndex.Indexer.Query;

/// <summary>
/// The form of a typed query: alternatives, each of pieces that are wanted together, and what must not be there. OR parts what stands on its two sides;
/// brackets hold together. A bracket without its other half is none, and signs with nothing to join are left out, so that any text has a form.
/// </summary>
internal sealed record QueryForm(IReadOnlyList<IReadOnlyList<QueryChunk>> Alternatives, IReadOnlyList<QueryChunk> Excluded)
{
    /// <summary>Alternatives of a query, at most: what brackets multiply out to beyond them is not looked for.</summary>
    public const int MostAlternatives = 16;

    /// <summary>Pieces of all alternatives together, at most.</summary>
    public const int MostPieces = 96;

    /// <summary>Brackets in brackets, at most; deeper ones hold nothing together.</summary>
    public const int Deepest = 8;

    /// <summary>The brackets stand for more than is looked for.</summary>
    public bool IsTooMuch { get; init; }

    public static QueryForm Of(IReadOnlyList<QueryChunk> chunks)
    {
        var reading = new Reading(chunks);
        var alternatives = reading.Any(depth: 0, excluded: false);
        var pieces = 0;
        var kept = alternatives.Where(alternative => alternative.Count > 0).TakeWhile((alternative, at) => (pieces += alternative.Count) <= MostPieces || at == 0).ToList();
        return new(kept, reading.Excluded) { IsTooMuch = reading.IsTooMuch || (alternatives.Count > 1 && pieces > MostPieces) };
    }

    private sealed class Reading(IReadOnlyList<QueryChunk> chunks)
    {
        private int _at;

        public List<QueryChunk> Excluded { get; } = [];

        public bool IsTooMuch { get; private set; }

        /// <summary>Alternatives up to the closing bracket of this depth, or to the end.</summary>
        public List<List<QueryChunk>> Any(int depth, bool excluded)
        {
            List<List<QueryChunk>> all = [], together = [[]];
            while (_at < chunks.Count)
            {
                var chunk = chunks[_at++];
                switch (chunk.Kind)
                {
                    case ChunkKind.Close when depth > 0:
                        return [.. all, .. together];
                    case ChunkKind.Open when depth < Deepest && Closes():
                        var inside = Any(depth + 1, excluded || chunk.Excluded);
                        together = chunk.Excluded ? together : Each(together, inside);
                        break;
                    case ChunkKind.Or when all.Count + together.Count < MostAlternatives:
                        all.AddRange(together);
                        together = [[]];
                        break;
                    case ChunkKind.Or:
                        IsTooMuch = true;
                        break;
                    case ChunkKind.Words when chunk.Excluded || excluded:
                        Excluded.Add(chunk);
                        break;
                    case ChunkKind.Words:
                        together.ForEach(alternative => alternative.Add(chunk));
                        break;
                    default:
                        break;
                }
            }

            return [.. all, .. together];
        }

        private bool Closes()
        {
            var open = 1;
            for (var at = _at; at < chunks.Count && open > 0; at++)
            {
                open += chunks[at].Kind switch { ChunkKind.Open => 1, ChunkKind.Close => -1, _ => 0 };
            }

            return open == 0;
        }

        private List<List<QueryChunk>> Each(List<List<QueryChunk>> before, List<List<QueryChunk>> inside)
        {
            var wanted = inside.Where(alternative => alternative.Count > 0).ToList();
            if (wanted.Count == 0)
            {
                return before;
            }

            IsTooMuch |= before.Count * wanted.Count > MostAlternatives;
            return [.. before.SelectMany(one => wanted, (one, other) => (List<QueryChunk>)[.. one, .. other]).Take(MostAlternatives)];
        }
    }
}
