using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Sources;

/// <summary>A folder of source files that a test writes.</summary>
internal sealed class SourceFolder : IDisposable
{
    public static readonly IReadOnlySet<string> Platforms = new HashSet<string> { "moodle", "openedx", "wordpress", "prometheus" };

    public string Path { get; } = Directory.CreateTempSubdirectory("dcc-sources-").FullName;

    public SourceFolder With(string file, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, file), text);
        return this;
    }

    public SourceFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    public SourceSet Load() => SourceFiles.Load(Path, Platforms);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
