using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Alarms;
using DcCourseIndex.Crawler.Links;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.SearchApi.Metrics;

namespace DcCourseIndex.Host.Settings;

/// <summary>The settings of <c>config/dccourseindex.yml</c>, each overridden by an environment variable <c>DCCOURSEINDEX__A__B</c>.</summary>
public sealed record ServiceSettings
{
    /// <summary>An e-mail address or web page of whoever answers for the harvest; sent to every portal. Without it no portal is asked.</summary>
    public string? Contact { get; init; }

    /// <summary>The address under which people reach the pages; null: as asked.</summary>
    public Uri? PublicAddress { get; init; }

    public LanguageSettings Language { get; init; } = new();
    public CatalogSettings Catalog { get; init; } = new();
    public NodeSettings Node { get; init; } = new(null, LeaseTimes.Standard);
    public EngineSettings Index { get; init; } = new(SearchEngines.Default);
    public LifecycleSettings Lifecycle { get; init; } = new();
    public HarvestSettings Harvest { get; init; } = new();

    /// <summary>Whom alarms are told; by default nobody, they are logged and shown.</summary>
    public AlarmSettings Alarms { get; init; } = new();

    /// <summary>What clients of the API may ask, and who may speak for them.</summary>
    public ApiSettings Api { get; init; } = new();

    public LinkSettings Links { get; init; } = new();
    public LogSettings Log { get; init; } = new();
    public QuerySettings Queries { get; init; } = new();
    public TelemetrySettings Telemetry { get; init; } = new();
}

/// <summary>This node among those on one catalogue: its name (null: the machine's), and after which silence one counts as gone. Default 60 s.</summary>
public sealed record NodeSettings(string? Name, LeaseTimes Times);

/// <summary>Who may read the figures of operation, and where they and traces are sent by OTLP. Default: this machine and private networks; nowhere.</summary>
public sealed record TelemetrySettings(OperationReaders Readers = OperationReaders.Near, Uri? Otlp = null);

/// <summary>How notes on standard error are written: <c>text</c>, a line for people, or <c>json</c>, an object a line for programs. Default text.</summary>
public sealed record LogSettings(string Format = "text");

/// <summary>For how many days it is kept what people ask; 0: it is not. Default 90.</summary>
public sealed record QuerySettings(int KeepDays = 90);

/// <summary>Text analysis: <c>auto</c> (hunspell-uk where installed), <c>none</c> (the built-in stemmer) or the path of a .dic file. Default auto.</summary>
public sealed record LanguageSettings(string Dictionary = "auto");

/// <summary>Which engine keeps the index.</summary>
public sealed record EngineSettings(string Engine);

/// <summary>Where the catalogue is kept: <c>sqlite</c>, a file in the data folder, or <c>postgres</c>, a database that a connection string names. Default sqlite.</summary>
public sealed record CatalogSettings(string Engine = "sqlite", string? Connection = null);

/// <summary>When a course that complete runs no longer list is retired: after so many runs and so many days. Defaults 3 and 7.</summary>
public sealed record LifecycleSettings(int RetireAfterRuns = 3, int RetireAfterDays = 7);

/// <summary>What bounds every harvest.</summary>
public sealed record HarvestSettings
{
    /// <summary>A run that takes longer is left at its page boundary and goes on next time. Default 6 h.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Most requests of one run. Default 20,000.</summary>
    public int MostRequests { get; init; } = 20_000;

    /// <summary>Hours of Kyiv time for scheduled runs of sources that name none; null: any.</summary>
    public (TimeOnly From, TimeOnly To)? Window { get; init; }
}
