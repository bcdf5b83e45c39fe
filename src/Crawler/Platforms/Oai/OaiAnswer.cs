namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>One answer of a repository (OAI-PMH 2.0 §3.2): errors, or what its verb brings.</summary>
internal sealed record OaiAnswer
{
    /// <summary>When the repository answered, in its own time and words (§3.2, responseDate).</summary>
    public string? ResponseDate { get; init; }

    /// <summary>Error codes with their texts; several are allowed (§3.6).</summary>
    public IReadOnlyList<OaiError> Errors { get; init; } = [];

    /// <summary>Of <c>Identify</c>; null in other answers.</summary>
    public OaiRepository? Repository { get; init; }
    public IReadOnlyList<OaiRecord> Records { get; init; } = [];

    /// <summary>Of <c>ListIdentifiers</c>.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>The prefixes of <c>ListMetadataFormats</c>.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];
    public IReadOnlyList<OaiSet> Sets { get; init; } = [];

    /// <summary>Where the list goes on; null at its end, be the element empty or absent (§3.5).</summary>
    public string? Token { get; init; }

    /// <summary>All records of the list, where the repository tells (§3.5, completeListSize).</summary>
    public int? ListSize { get; init; }

    public bool Has(string code) => Errors.Any(error => error.Code == code);
}

/// <summary>An error condition, for example <c>noRecordsMatch</c> (§3.6).</summary>
internal sealed record OaiError(string Code, string? Text);

/// <summary>What a repository says of itself (§4.2): the finest date that it takes, and whether it announces deletions (no, transient, persistent).</summary>
internal sealed record OaiRepository(string? Name, string? Granularity, string? DeletedRecord, string? EarliestDatestamp)
{
    public bool TakesSeconds => Granularity?.Contains('T', StringComparison.OrdinalIgnoreCase) == true;
}

/// <summary>A set (§2.6).</summary>
internal sealed record OaiSet(string Spec, string? Name);

/// <summary>A record (§2.5). A deleted one has no metadata.</summary>
internal sealed record OaiRecord(string Identifier, bool IsDeleted, IReadOnlyList<OaiElement> Metadata)
{
    /// <summary>The values of one element, in order.</summary>
    public IEnumerable<string> Values(string name) => Metadata.Where(element => element.Name == name).Select(element => element.Value);
}

/// <summary>One element, for example <c>title</c>, by its name in Dublin Core; white space made one blank. <paramref name="Language"/> is its xml:lang.</summary>
internal sealed record OaiElement(string Name, string Value, string? Language = null);
