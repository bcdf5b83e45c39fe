namespace DcCourseIndex.Catalog.Ledger;

/// <summary>How often a text was asked on one day, and what came of it. Nothing in it tells who asked, or when within the day.</summary>
public sealed record QueryTally(DateOnly Day, string Text)
{
    public long Asked { get; init; }

    /// <summary>Times that it found nothing, though no filter narrowed it.</summary>
    public long Nothing { get; init; }

    /// <summary>Times that the answer said that nothing really fits.</summary>
    public long Unsure { get; init; }

    /// <summary>Times that the answer took longer than <see cref="QueryLedger.Slow"/>.</summary>
    public long Slow { get; init; }

    /// <summary>Milliseconds of the slowest answer.</summary>
    public long SlowestMs { get; init; }

    /// <summary>Courses found the last time.</summary>
    public long Found { get; init; }

    /// <summary>Id of the first course the last time; null where there was none.</summary>
    public string? Top { get; init; }

    /// <summary>Both together; what was found is that of the later one.</summary>
    public QueryTally And(QueryTally later) => later with
    {
        Asked = Asked + later.Asked,
        Nothing = Nothing + later.Nothing,
        Unsure = Unsure + later.Unsure,
        Slow = Slow + later.Slow,
        SlowestMs = Math.Max(SlowestMs, later.SlowestMs),
    };
}

/// <summary>A text over all the days that were looked at.</summary>
public sealed record QueryFigures(string Text, int Days, long Asked, long Nothing, long Unsure, long Slow, long SlowestMs, long Found, string? Top);

/// <summary>Which queries are listed first: the most asked, those that most often found nothing, or the slowest.</summary>
public enum QueryOrder { Top, Zero, Slow }
