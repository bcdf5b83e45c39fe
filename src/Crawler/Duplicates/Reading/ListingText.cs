using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>The beginning of a listing's text as pieces of three words each and as single telling words, both as sorted hashes of dictionary forms.</summary>
internal sealed class ListingText
{
    /// <summary>Words of a text that are compared.</summary>
    public const int WordsRead = 250;

    /// <summary>Bands of the print by which near-equal texts find each other.</summary>
    public const int Bands = 4;

    private const int RowsABand = 3;
    private const int Piece = 3;
    private const int LettersRead = 2_500;

    private ListingText(int length, uint[] words, uint[] pieces) => (Length, Words, Pieces) = (length, words, pieces);

    /// <summary>Words of the text, as far as it was read.</summary>
    public int Length { get; }

    public uint[] Words { get; }

    public uint[] Pieces { get; }

    /// <summary>The words of a text in order, as far as it is read.</summary>
    public static IReadOnlyList<AnalysedToken> PlacesOf(string text, TextAnalysis analysis) =>
        [.. TitleWords.Places(analysis.Analyse(text.Length <= LettersRead ? text : text[..LettersRead])).Take(WordsRead)];

    public static ListingText Of(IReadOnlyList<AnalysedToken> places)
    {
        var terms = places.Select(word => StableHash.Of(word.Terms[0])).ToArray();
        var pieces = new HashSet<uint>();
        for (var at = 0; at + Piece <= terms.Length; at++)
        {
            pieces.Add((uint)StableHash.Join(StableHash.Join(terms[at], terms[at + 1]), terms[at + 2]));
        }

        return new ListingText(terms.Length, [.. places.Index().Where(word => word.Item.Word.Length > 1 && !StopWords.Contains(word.Item.Word)).Select(word => (uint)terms[word.Index]).Distinct().Order()], [.. pieces.Order()]);
    }

    /// <summary>Keys that near-equal texts most probably share: bands of MinHash (Broder 1997).</summary>
    public IEnumerable<ulong> BandKeys()
    {
        for (var band = 0; band < Bands && Pieces.Length >= Piece; band++)
        {
            var key = StableHash.Mix((ulong)band + 1);
            for (var row = 0; row < RowsABand; row++)
            {
                var seed = StableHash.Mix((ulong)((band * RowsABand) + row) + 1_000);
                var least = ulong.MaxValue;
                foreach (var piece in Pieces)
                {
                    least = Math.Min(least, StableHash.Mix(piece ^ seed));
                }

                key = StableHash.Join(key, least);
            }

            yield return key;
        }
    }

    /// <summary>How many entries two sorted arrays share.</summary>
    public static int Shared(ReadOnlySpan<uint> one, ReadOnlySpan<uint> other)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }
}
