namespace DcCourseIndex.Crawler.Schedule;

/// <summary>What the clockwork must know of a source before and after a run: until when it is left alone (null: it is not), and whether a run of it lies open.</summary>
public sealed record SourceStanding(DateTimeOffset? RestsUntil, bool Unfinished)
{
    public static readonly SourceStanding Free = new(null, false);
}
