namespace DcCourseIndex.Portals.Serving;

/// <summary>What every invented portal can be told at its start.</summary>
public record PortalOptions
{
    /// <summary>Root of the absolute addresses in the answers; null: where the portal really listens.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Port on the loopback; 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>Answer to <c>/robots.txt</c>; null: 404.</summary>
    public string? Robots { get; init; }

    /// <summary>For the times of the recorded requests.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
