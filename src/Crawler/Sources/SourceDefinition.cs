using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Sources;

/// <summary>A source file (<c>config/sources/NAME.yml</c>) after strict reading: everything that a run of this portal needs to know.</summary>
public sealed record SourceDefinition
{
    /// <summary>The file name without <c>.yml</c>; first part of every course id.</summary>
    public required string Name { get; init; }

    /// <summary>For people; the provider of the courses where the portal names none.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the platform that reads it.</summary>
    public required string Platform { get; init; }

    /// <summary>Root address of the portal, without a slash at the end; null only where the source is not enabled.</summary>
    public Uri? Address { get; init; }

    /// <summary>Root address of the LMS where the site's courses are taught, without a slash at the end; null where the platform has but one address, or the file names none.</summary>
    public Uri? Lms { get; init; }

    /// <summary>BCP 47; the language of courses that name none. Default <c>uk</c>.</summary>
    public string Language { get; init; } = "uk";

    /// <summary>Five- or six-field cron in Europe/Kyiv; null: never by itself.</summary>
    public string? Schedule { get; init; }

    /// <summary>Name of the environment variable that holds the token, without the dollar sign.</summary>
    public string? TokenVariable { get; init; }

    /// <summary>Only these categories (names or ids of the platform); empty: all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public Politeness Politeness { get; init; } = new();
    public Permission Permission { get; init; } = new("unknown", null, null);
    public ExportRights Export { get; init; } = new();

    /// <summary>False: known, not harvested.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether teachers' names are kept. Default false for Moodle, true elsewhere.</summary>
    public bool KeepAuthors { get; init; }

    /// <summary>A first run over the network is promoted without review.</summary>
    public bool Trusted { get; init; }

    /// <summary>The portal lies in the library's own network.</summary>
    public bool AllowPrivateAddress { get; init; }

    /// <summary>Folder of a recording that answers instead of the network; absolute.</summary>
    public string? Recorded { get; init; }

    /// <summary>How the portal is read where no platform knows it; null for every platform but <c>recipe</c>, and where such a source is not enabled.</summary>
    public SourceRecipe? Recipe { get; init; }

    /// <summary>The file that it was read from, for messages.</summary>
    public string File { get; init; } = "";

    /// <summary>The owner does not want to be harvested: nothing is asked, and what was taken is withdrawn.</summary>
    public bool IsRefused => Permission.State == "refused";

    /// <summary>What normalising must know of it.</summary>
    public SourceTraits Traits => new(Name, Title, Language, KeepAuthors)
    {
        PassingOn = Export is { Description: "full", Image: "link" }
            ? null
            : new(Wire.TryParse<PassedText>(Export.Description, out var text) ? text : PassedText.Excerpt, Export.Image != "none"),
    };

    /// <summary>
    /// Whether the owner agreed in writing, with a date or a link that says when and where, to what is done with this address of his own host.
    /// robots.txt, meta tags and reservations speak to crawlers that he does not know, so this goes before them.
    /// </summary>
    public bool HasConsent(Uri address) => Permission is { State: "granted" } given && Address is { } own
        && (given.Date is not null || given.Link is not null)
        && string.Equals(own.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How gently a portal is asked.</summary>
public sealed record Politeness
{
    /// <summary>Time between the end of one request to a host and the start of the next. Default 3 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The most that a source file may ask for.</summary>
    public const int MostAtOnce = 16;

    /// <summary>Requests that a host may be asked at the same time, 1 to 16. Default 1; more only for a library's own or consenting portal.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>Hours of Kyiv time in which scheduled runs may ask, <c>null</c>: always. The end may lie after midnight.</summary>
    public (TimeOnly From, TimeOnly To)? Window { get; init; }
}

/// <summary>Whether the portal's owner agreed: <c>unknown</c>, <c>asked</c>, <c>granted</c> or <c>refused</c>, since when, and where it is written.</summary>
public sealed record Permission(string State, DateOnly? Date, string? Link);

/// <summary>What may be passed on: description <c>full</c>, <c>excerpt</c> or <c>none</c>; image <c>link</c> or <c>none</c>.</summary>
public sealed record ExportRights
{
    public string Description { get; init; } = "excerpt";
    public string Image { get; init; } = "link";
}
