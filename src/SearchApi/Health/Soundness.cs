namespace DcCourseIndex.SearchApi.Health;

/// <summary>What a deep look found, part by part, and when it was taken.</summary>
public sealed record Soundness(DateTimeOffset At, ReadinessPart Catalogue, ReadinessPart Index, ReadinessPart Disk, ReadinessPart Harvest)
{
    /// <summary>Whether nothing must be mended at this machine; an alarm of a portal does not count, it is told under <see cref="Harvest"/>.</summary>
    public bool Sound => Catalogue.Ready && Index.Ready && Disk.Ready;
}

/// <summary>Looks at everything; the host knows how. May take minutes; throws nothing for a part that fails.</summary>
public delegate Task<Soundness> DeepReport(CancellationToken ct);
