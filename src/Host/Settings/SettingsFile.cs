using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Yaml;

namespace DcCourseIndex.Host.Settings;

/// <summary>A setting in force and where it comes from: the file with its line, an environment variable, or the default.</summary>
public sealed record SettingInForce(string Key, string Value, string From, string Meaning);

/// <summary>The settings in force with their origins, and everything that is wrong with them.</summary>
public sealed record SettingsRead(ServiceSettings Settings, IReadOnlyList<SettingInForce> InForce, IReadOnlyList<ConfigProblem> Problems);

/// <summary>Reads <c>dccourseindex.yml</c> strictly and lets the environment override it. A missing file means the defaults.</summary>
public static class SettingsFile
{
    public const string Name = "dccourseindex.yml";

    private const string Prefix = "DCCOURSEINDEX__";

    /// <summary>Reads the file of a configuration folder and the given environment.</summary>
    public static SettingsRead Read(string folder, IReadOnlyDictionary<string, string> environment)
    {
        var problems = new List<ConfigProblem>();
        var path = Path.Combine(folder, Name);
        var written = new Dictionary<string, (string Text, string From, int? Line)>(StringComparer.Ordinal);
        if (File.Exists(path) && YamlText.Read(path, path, problems) is { } text && !IsOnlyComments(text) && YamlTree.Read(text, path, problems) is { } entries)
        {
            Flatten(entries, "", path, written, problems);
        }

        foreach (var (name, value) in environment.Where(pair => pair.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            Override(name, value, written, problems);
        }

        var read = Apply(path, written, problems);
        problems.AddRange(AlarmCheck.Problems(read.Settings.Alarms, environment, path));
        var (catalog, wrong) = CatalogConnection.Of(read.Settings.Catalog, environment);
        if (wrong is not null) problems.Add(new ConfigProblem(path, null, wrong));
        return read with { Settings = read.Settings with { Catalog = catalog } };
    }

    /// <summary>The environment variable that goes before a key of the file.</summary>
    internal static string VariableOf(string key) => Prefix + key.Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant();

    private static SettingsRead Apply(string path, Dictionary<string, (string Text, string From, int? Line)> written, List<ConfigProblem> problems)
    {
        var settings = new ServiceSettings();
        var inForce = new List<SettingInForce>();
        foreach (var key in SettingsKeys.All)
        {
            var (text, from, line) = written.GetValueOrDefault(key.Path, (key.Default, "default", null));
            (settings, var problem) = key.Set(settings, text);
            if (problem is not null)
            {
                problems.Add(new ConfigProblem(line is null ? from : path, line, $"«{key.Path}: {(key.Secret ? "…" : text)}» {problem}. It means: {key.Meaning}."));
            }

            inForce.Add(new SettingInForce(key.Path, key.Secret && text.Length > 0 ? "********" : text, from, key.Meaning));
        }

        return new SettingsRead(settings, inForce, problems);
    }

    private static void Flatten(IReadOnlyList<YamlEntry> entries, string above, string file, Dictionary<string, (string, string, int?)> written, List<ConfigProblem> problems)
    {
        foreach (var entry in entries)
        {
            var key = above + entry.Key;
            if (entry.Value.Entries is { } inner)
            {
                Flatten(inner, key + ".", file, written, problems);
            }
            else if (SettingsKeys.All.All(known => known.Path != key))
            {
                problems.Add(new ConfigProblem(file, entry.Line, Unknown(key)));
            }
            else
            {
                written[key] = (entry.Value.IsEmpty ? "" : entry.Value.Text ?? "", $"{Name}:{entry.Line}", entry.Line);
            }
        }
    }

    private static void Override(string name, string value, Dictionary<string, (string, string, int?)> written, List<ConfigProblem> problems)
    {
        var wanted = name[Prefix.Length..].Replace("__", ".", StringComparison.Ordinal);
        var key = SettingsKeys.All.FirstOrDefault(known => known.Path.Equals(wanted, StringComparison.OrdinalIgnoreCase));
        if (key is null)
        {
            problems.Add(new ConfigProblem(name, null, Unknown(wanted)));
        }
        else
        {
            written[key.Path] = (value, name, null);
        }
    }

    private static string Unknown(string key)
    {
        var nearest = NearestWord.Of(key, SettingsKeys.All.Select(known => known.Path));
        return $"There is no setting «{key}»{(nearest is null ? "" : $"; did you mean «{nearest}»?")} Known are {string.Join(", ", SettingsKeys.All.Select(known => known.Path))}.";
    }

    private static bool IsOnlyComments(string text) =>
        text.Split('\n').All(line => line.TrimStart() is "" || line.TrimStart().StartsWith('#'));
}
