using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;

namespace DcCourseIndex.Crawler.Work;

/// <summary>A piece of the crawl role's work, done here or asked of the process that holds the role. Which members count depends on the verb.</summary>
public sealed record WorkOrder(string Verb)
{
    public const string Harvest = "harvest";
    public const string Import = "import";
    public const string Retag = "retag";
    public const string Accept = "accept";
    public const string Discard = "discard";
    public const string Forget = "forget";
    public const string Links = "links";
    public const string Join = "join";
    public const string Split = "split";
    public const string Duplicates = "duplicates";

    /// <summary>Looks at a portal by its address.</summary>
    public const string Look = "new-source";

    /// <summary>Makes a source of what a look proposed.</summary>
    public const string AddSource = "add-source";

    /// <summary>Lets go of a source that was added so.</summary>
    public const string DropSource = "drop-source";

    /// <summary>Every verb that the crawl role takes.</summary>
    public static readonly IReadOnlyList<string> Verbs = [Harvest, Import, Retag, Accept, Discard, Forget, Links, Join, Split, Duplicates, Look, AddSource, DropSource];

    /// <summary>Source names; empty: every enabled source.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Absolute path of the file to import.</summary>
    public string? File { get; init; }

    /// <summary>The imported file lists all that the source has.</summary>
    public bool Complete { get; init; }

    /// <summary>The import begins a source on purpose, however like another its name is.</summary>
    public bool NewSource { get; init; }

    /// <summary>Links are checked whether they are due or not.</summary>
    public bool All { get; init; }

    /// <summary>The run to accept or discard.</summary>
    public long Run { get; init; }

    /// <summary>What to forget, as a digest.</summary>
    public Forgotten? Forgotten { get; init; }

    /// <summary>Everything is listed and read again, whatever earlier runs know of it.</summary>
    public bool Full { get; init; }

    /// <summary>The courses to join, or the one to split off.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>Who says so.</summary>
    public string? By { get; init; }

    /// <summary>Withdraws what was said before.</summary>
    public bool Undo { get; init; }

    /// <summary>Address of a portal to look at.</summary>
    public string? Address { get; init; }

    /// <summary>The request whose answer proposed a source.</summary>
    public long Request { get; init; }

    /// <summary>A retag only says what it would change.</summary>
    public bool DryRun { get; init; }

    /// <summary>Absolute path of a folder to record the harvest into.</summary>
    public string? Record { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Wire.Json);

    public static WorkOrder FromJson(string json) => JsonSerializer.Deserialize<WorkOrder>(json, Wire.Json)!;
}

/// <summary>What came of an order: the exit code of the verb (0 done, 1 done with failures, 2 wrong use), the reports, and a sentence where there is one to say.</summary>
public sealed record WorkAnswer(int ExitCode, IReadOnlyList<HarvestReport> Reports, string? Message = null, RetagReport? Retagged = null, LinkReport? Links = null, PortalProposal? Portal = null)
{
    public string ToJson() => JsonSerializer.Serialize(this, Wire.Json);

    public static WorkAnswer FromJson(string json) => JsonSerializer.Deserialize<WorkAnswer>(json, Wire.Json)!;

    public static WorkAnswer Refused(string message) => new(2, [], message);
}
