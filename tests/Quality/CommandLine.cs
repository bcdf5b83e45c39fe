namespace DcCourseIndex.Quality;

/// <summary>What every command takes: files and <c>--name value</c> pairs.</summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    public CommandLine(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length)
            {
                _options[args[i][2..]] = args[++i];
            }
            else
            {
                Files.Add(args[i]);
            }
        }
    }

    public List<string> Files { get; } = [];

    public string Dictionary => _options.GetValueOrDefault("dictionary", "auto");

    /// <summary>The configuration folder: as given, else <c>config</c> beside the solution.</summary>
    public string Config => _options.GetValueOrDefault("config") ?? Path.Combine(Root(), "config");

    public string? Option(string name) => _options.GetValueOrDefault(name);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcCourseIndex.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("DcCourseIndex.sln is in no folder above the program; name the configuration with --config DIR.");
    }
}
