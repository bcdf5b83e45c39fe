namespace DcCourseIndex.SearchApi.Sources;

/// <summary>What a source's file says that readers may know: whose portal it is, what its owner allows, and when it is harvested.</summary>
public sealed record SourceAbout(string Name, string Title)
{
    /// <summary>The portal itself; null where it is not known.</summary>
    public Uri? Portal { get; init; }

    /// <summary>Whether it is harvested.</summary>
    public bool Enabled { get; init; }

    /// <summary>Cron in Kyiv time; null: never by itself.</summary>
    public string? Schedule { get; init; }

    public SourcePermission Permission { get; init; } = new("unknown", null, null);
    public SourceRights Export { get; init; } = new("excerpt", "link");
}

/// <summary>Whether the portal's owner agreed: <c>unknown</c>, <c>asked</c>, <c>granted</c> or <c>refused</c>, since when, and where that is written.</summary>
public sealed record SourcePermission(string State, DateOnly? Date, string? Link);

/// <summary>What is passed on to others: the description <c>full</c>, as <c>excerpt</c> or <c>none</c>; the image as <c>link</c> or <c>none</c>.</summary>
public sealed record SourceRights(string Description, string Image);
