using DcCourseIndex.Crawler.Sources.Yaml;

namespace DcCourseIndex.Crawler.Sources;

/// <summary>The sources of a folder, and everything that is wrong with its files; a source with a problem is not among the sources.</summary>
public sealed record SourceSet(IReadOnlyList<SourceDefinition> Sources, IReadOnlyList<ConfigProblem> Problems);

/// <summary>Reads a folder of source files strictly: all problems of all files at once, each with line and remedy.</summary>
public static class SourceFiles
{
    /// <summary>Loads every <c>*.yml</c> of a folder, by name; <paramref name="platformNames"/> are those that <c>platform:</c> may name. Reads no environment and no network.</summary>
    public static SourceSet Load(string folder, IReadOnlySet<string> platformNames)
    {
        if (!Directory.Exists(folder))
        {
            return new([], [new(folder, null, "There is no such folder; make it and put one NAME.yml a portal into it, or name another with --config.")]);
        }
        var problems = new List<ConfigProblem>();
        var sources = new List<SourceDefinition>();
        var paths = Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path).ToLowerInvariant() is ".yml" or ".yaml")
            .Order(StringComparer.Ordinal)
            .ToList();
        var twice = Repeated(paths, problems);
        foreach (var path in paths)
        {
            var before = problems.Count;
            var source = Read(path, platformNames, problems);
            // Whoever mends the file goes through it from its top.
            var inOrder = problems.Skip(before).OrderBy(problem => problem.Line ?? int.MaxValue).ToList();
            problems.RemoveRange(before, problems.Count - before);
            problems.AddRange(inOrder);
            if (source is not null && problems.Count == before && !twice.Contains(path))
            {
                sources.Add(source);
            }
        }
        return new(sources, problems);
    }

    /// <summary>The same for one file that lies elsewhere than in a folder.</summary>
    public static SourceSet Read(string name, string text, IReadOnlySet<string> platformNames)
    {
        var problems = new List<ConfigProblem>();
        var file = $"{name}.yml";
        var source = YamlTree.Read(text, file, problems) is { } entries ? new SourceReader(file, platformNames, problems).Read(name, entries) : null;
        return problems.Count == 0 && source is not null ? new([source], []) : new([], problems);
    }

    private static SourceDefinition? Read(string path, IReadOnlySet<string> platformNames, List<ConfigProblem> problems)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (!SourceValues.IsSourceName(name))
        {
            problems.Add(new(path, null, $"The file name «{name}» becomes part of course ids: 2 to 40 of a–z, 0–9 and hyphen; rename the file."));
        }
        else if (Path.GetExtension(path) != ".yml")
        {
            problems.Add(new(path, null, $"Source files end in .yml; rename it to {name}.yml."));
        }
        return YamlText.Read(path, path, problems) is { } text && YamlTree.Read(text, path, problems) is { } entries
            ? new SourceReader(path, platformNames, problems).Read(name, entries)
            : null;
    }

    private static HashSet<string> Repeated(List<string> paths, List<ConfigProblem> problems)
    {
        var groups = paths.GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups.Select(group => group.ToList()))
        {
            twice.UnionWith(group);
            problems.AddRange(group.Skip(1).Select(path =>
                new ConfigProblem(path, null, $"There are two files for one source: this one and {Path.GetFileName(group[0])}; keep one of them.")));
        }
        return twice;
    }
}
