using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Yaml;

namespace DcCourseIndex.Crawler.Probing.Writing;

/// <summary>Reads a written source file as strictly as one from the disk, so that no file is handed out that the program would refuse.</summary>
internal sealed class DraftReading(IReadOnlyDictionary<string, ICoursePlatform> platforms)
{
    /// <summary>The source. Throws <see cref="InvalidOperationException"/>, which is a slip of this program, where the file is not sound.</summary>
    public SourceDefinition Read(string text, string name)
    {
        var problems = new List<ConfigProblem>();
        var file = $"{name}.yml";
        var source = YamlTree.Read(text, file, problems) is { } entries
            ? new SourceReader(file, platforms.Keys.ToHashSet(StringComparer.Ordinal), problems).Read(name, entries)
            : null;
        if (source is not null && problems.Count == 0) problems.AddRange(platforms[source.Platform].Check(source));
        return source is not null && problems.Count == 0
            ? source
            : throw new InvalidOperationException($"The written source file is not sound: {string.Join(" ", problems)}");
    }
}
