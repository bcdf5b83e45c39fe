using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>Raises courses whose title says what was asked for.</summary>
internal sealed class TitleLift(IReadOnlyList<int[]> places)
{
    private const double AllWords = 0.3;
    private const double NextToEachOther = 0.4;
    private const double WholeTitle = 0.6;

    /// <summary>The factor for a course: 1 where its title lacks a word of the query.</summary>
    public double Of(in CourseFacts facts)
    {
        var title = facts.Title;
        if (places.Count == 0 || title.Length < places.Count)
        {
            return 1;
        }

        foreach (var place in places)
        {
            if (title.AsSpan().IndexOfAny(place) < 0)
            {
                return 1;
            }
        }

        return 1 + AllWords + (Phrase(title) ? NextToEachOther + (title.Length == places.Count ? WholeTitle : 0) : 0);
    }

    private bool Phrase(int[] title)
    {
        for (var start = 0; start + places.Count <= title.Length; start++)
        {
            var at = 0;
            while (at < places.Count && places[at].AsSpan().Contains(title[start + at]))
            {
                at++;
            }

            if (at == places.Count)
            {
                return true;
            }
        }

        return false;
    }
}
