namespace DcCourseIndex.Indexer.Paging;

/// <summary>
/// The offer that stands for a course in one answer, of those that pass all filters. By relevance the course has the place of its best offer and
/// shows the one of highest rank; in the other orders it shows the offer that comes first in that order, equal ones by rank. By id it shows the
/// offer known longest: a course that gets another offer while somebody pages then stays where it was, and nobody misses it.
/// </summary>
internal readonly record struct ChosenOffer(uint Key, uint BestKey, int Rank, long FirstSeen, int IdPlace)
{
    public ChosenOffer Or(ChosenOffer other, SortOrder sort)
    {
        var best = Math.Min(BestKey, other.BestKey);
        return (GoesBefore(other, sort) ? this : other) with { BestKey = best };
    }

    private bool GoesBefore(ChosenOffer other, SortOrder sort)
    {
        var byOrder = sort is SortOrder.Relevance or SortOrder.Id ? 0 : Key.CompareTo(other.Key);
        var byRank = sort == SortOrder.Id ? 0 : other.Rank.CompareTo(Rank);
        var byAge = FirstSeen.CompareTo(other.FirstSeen);
        var order = byOrder != 0 ? byOrder : byRank != 0 ? byRank : byAge != 0 ? byAge : IdPlace.CompareTo(other.IdPlace);
        return order < 0;
    }
}
