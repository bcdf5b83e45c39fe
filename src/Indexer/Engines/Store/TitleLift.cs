using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Raises courses whose title says what was asked for.</summary>
internal sealed class TitleLift(IReadOnlyList<int[]> places)
{
    private const float AllWords = 0.3f;
    private const float NextToEachOther = 0.4f;
    private const float WholeTitle = 0.6f;
    private readonly int[][] _places = [.. places];
    private readonly ulong[] _marks = [.. places.Select(place => FactBlock.Mark(place))];

    /// <summary>The factor for a course by its title.</summary>
    public float Of(FactTable table, int doc)
    {
        var (block, place) = (table.Block(doc), FactTable.Place(doc));
        var title = block.TitleMarks[place];
        foreach (var mark in _marks)
        {
            if ((title & mark) == 0)
            {
                return 1;
            }
        }

        return Of(block.Title(place));
    }

    /// <summary>The factor for a title, by its tokens: 1 where it lacks a word of the query.</summary>
    public float Of(ReadOnlySpan<int> title)
    {
        if (_places.Length == 0 || title.Length < _places.Length)
        {
            return 1;
        }

        foreach (var place in _places)
        {
            if (TokenSearch.First(title, place) < 0)
            {
                return 1;
            }
        }

        return 1 + AllWords + (TokenSearch.HasPhrase(title, _places) ? NextToEachOther + (title.Length == _places.Length ? WholeTitle : 0) : 0);
    }
}
