using DcCourseIndex.SearchApi.Sources;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>What the search role is told from outside.</summary>
public sealed record SearchApiSettings
{
    /// <summary>Whether every page says that its data are invented.</summary>
    public bool Demo { get; init; }

    /// <summary>The address under which people reach the service; null where it stands behind nothing and the request's own address will do.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>For how many days it is kept what people ask; 0: it is not.</summary>
    public int KeepQueries { get; init; } = 90;

    /// <summary>What people call a source; null where only its file name is known. Asked at every answer, so that a new source needs no restart.</summary>
    public Func<string, string?> SourceTitle { get; init; } = static _ => null;

    /// <summary>What the files of all sources say; asked at every answer too.</summary>
    public Func<IReadOnlyList<SourceAbout>> Sources { get; init; } = static () => [];
}
