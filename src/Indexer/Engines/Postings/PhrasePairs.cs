namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>The pairs of tokens of which a text must have one for each two neighbouring words of a phrase, to be told apart by <see cref="Neighbours"/>.</summary>
internal sealed class PhrasePairs
{
    // Where two words have more readings together, nearly every text has the bit of one of them.
    private const int MostOfTwo = 16;

    private readonly uint[][] _links;

    private PhrasePairs(uint[][] links) => _links = links;

    /// <summary>Null where the words can be read in too many ways to tell anything.</summary>
    public static PhrasePairs? Of(int[][] places)
    {
        List<uint[]> links = [];
        for (var place = 1; place < places.Length; place++)
        {
            var (tokens, next) = (places[place - 1], places[place]);
            if (tokens.Length * next.Length <= MostOfTwo)
            {
                links.Add([.. tokens.SelectMany(_ => next, Neighbours.Hash)]);
            }
        }

        return links.Count > 0 ? new([.. links]) : null;
    }

    /// <summary>Whether the text of a row may have the phrase.</summary>
    public bool MayStand(ReadOnlySpan<int> row)
    {
        foreach (var link in _links)
        {
            if (!MayStand(row, link))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MayStand(ReadOnlySpan<int> row, uint[] link)
    {
        foreach (var hash in link)
        {
            if (Neighbours.May(row, hash))
            {
                return true;
            }
        }

        return false;
    }
}
