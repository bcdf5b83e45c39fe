namespace DcCourseIndex.SearchApi.Health;

/// <summary>Whether the service can answer now, part by part.</summary>
public sealed record Readiness
{
    /// <summary>Whether the catalogue can be read.</summary>
    public required ReadinessPart Catalogue { get; init; }

    /// <summary>How far the index has read, against the catalogue's revision.</summary>
    public required IndexReadiness Index { get; init; }

    /// <summary>Which dictionary serves the text analysis.</summary>
    public required ReadinessPart Dictionary { get; init; }

    /// <summary>How many rings of synonyms and themes serve, or what is wrong with an edited file; the service answers all the same. Null where nobody looks.</summary>
    public ReadinessPart? Synonyms { get; init; }

    /// <summary>Which roles this process holds.</summary>
    public required ReadinessPart Roles { get; init; }

    /// <summary>Whether new requests are wanted: not before the index has once caught up since the start, and not any more once the process was told to stop. Null where nobody looks.</summary>
    public ReadinessPart? Serving { get; init; }

    public bool Ready => Catalogue.Ready && Index.Ready && Dictionary.Ready && Roles.Ready && Serving is not { Ready: false };
}

/// <summary>One part: whether it serves, and a sentence on what it is or what it lacks.</summary>
public sealed record ReadinessPart(bool Ready, string Detail);

/// <summary>The index: its revision and the catalogue's, both from one moment.</summary>
public sealed record IndexReadiness(bool Ready, string Detail, long Position, long Revision);

/// <summary>Asks the parts; the host knows them. Must answer within seconds and throw nothing for a part that fails.</summary>
public delegate Task<Readiness> ReadinessReport(CancellationToken ct);
