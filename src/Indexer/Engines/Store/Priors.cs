using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// What speaks for a course beside its words: that it is there and its link works, that people get in for nothing, that it is described fully, that it is new.
/// Together at most <see cref="Most"/> of the score: it parts courses that fit alike and turns no clearly better fit around.
/// </summary>
internal sealed class Priors(FactTable table, DateOnly today)
{
    /// <summary>The part of a score that a course with everything gets on top.</summary>
    public const float Most = 0.03f;

    private const float Full = 3_000;
    private const float DaysOfNew = 730;
    private const long SecondsOfADay = 86_400;
    private readonly long _today = new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();

    /// <summary>The part of its score that a course gets on top, 0 to <see cref="Most"/>.</summary>
    public float Of(int doc) => Of(table.Block(doc))[FactTable.Place(doc)];

    /// <summary>The same for all courses of a block, by place.</summary>
    public float[] Of(FactBlock block) => block.OfDay(_today) ?? block.KeepOfDay(_today, Of);

    // The same for a whole day, so each block is worked out once.
    private float Of(int orderOf, long firstSeen)
    {
        var rank = OfferRank.Read(orderOf);
        var days = (_today - firstSeen) / SecondsOfADay;
        return Most * ((0.3f * rank.There)
            + (0.3f * ((rank.Entering / 4f) + (rank.Cost / 3f)) / 2)
            + (0.2f * Math.Min(1, rank.Richness / Full))
            + (0.2f * Math.Clamp(1 - (days / DaysOfNew), 0, 1)));
    }
}
