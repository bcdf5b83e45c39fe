using System.Net;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Metrics;
using DcCourseIndex.SearchApi.Sources;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>What the search role is told from outside.</summary>
public sealed record SearchApiSettings
{
    /// <summary>Whether every page says that its data are invented.</summary>
    public bool Demo { get; init; }

    /// <summary>The address under which people reach the service; null where it stands behind nothing and the request's own address will do.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The folder for the dump of the catalogue, emptied at the start; null: one of its own among the temporary files.</summary>
    public string? DumpFolder { get; init; }

    /// <summary>An e-mail address or web page of whoever answers for the service; null where nobody has left one.</summary>
    public string? Contact { get; init; }

    /// <summary>The folder with the words that mean the same, in which the desk keeps a file of its own; null: it keeps none.</summary>
    public string? VocabularyFolder { get; init; }

    /// <summary>What one client may ask; null: as much as it likes.</summary>
    public RateLimits? Limits { get; init; }

    /// <summary>How long a process that is told to stop goes on answering, so that proxies turn away from it first.</summary>
    public TimeSpan Drain { get; init; }

    /// <summary>The proxies whose word on who asks is taken.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>What goes from the API.</summary>
    internal IReadOnlyList<Deprecation> Deprecations { get; init; } = Deprecation.Now;

    /// <summary>For how many days it is kept what people ask; 0: it is not.</summary>
    public int KeepQueries { get; init; } = 90;

    /// <summary>Who may read figures of operation and the deep look at health.</summary>
    public OperationReaders Operation { get; init; } = OperationReaders.Near;

    /// <summary>What people call a source; null where only its file name is known. Asked at every answer, so that a new source needs no restart.</summary>
    public Func<string, string?> SourceTitle { get; init; } = static _ => null;

    /// <summary>What the files of all sources say; asked at every answer too.</summary>
    public Func<IReadOnlyList<SourceAbout>> Sources { get; init; } = static () => [];
}
