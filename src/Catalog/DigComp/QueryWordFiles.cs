namespace DcCourseIndex.Catalog.DigComp;

/// <summary>Reads the files of the vocabulary folder that act on queries: rings from <c>rings*.tsv</c> and <c>glossary.tsv</c>, themes from <c>themes-*.tsv</c>; each is explained in its first lines.</summary>
public static class QueryWordFiles
{
    private const string Rings = "rings.tsv";
    private const string Glossary = "glossary.tsv";
    private const string RingsBegin = "rings-";
    private const string ThemesBegin = "themes-";
    private const int LeastOfTheme = 5;

    // A vocabulary may do without them.
    private static readonly string[] MoreRings = [$"{RingsBegin}*.tsv", Glossary];

    /// <summary>
    /// The words of a folder, or every problem of their files as <c>file:line: sentence</c>. A file on trial stands for the one of its name,
    /// or beside those that are there; its name tells whether it holds themes.
    /// </summary>
    public static Loaded<QueryWords> Load(string folder, string? instead = null)
    {
        var problems = new List<string>();
        if (instead is not null && !IsRead(Path.GetFileName(instead)))
        {
            return new(null, [$"{instead}: the service reads no file of this name. Call it {RingsBegin}<name>.tsv, or {ThemesBegin}<name>.tsv where it holds themes."]);
        }

        var words = Read(folder, instead, problems);
        return problems.Count > 0 ? new(null, problems) : new(words, []);
    }

    /// <summary>Names of the files with rings in <paramref name="folder"/>, <c>rings.tsv</c> first, whether it is there or not.</summary>
    public static IReadOnlyList<string> OfRings(string folder) => [Rings, .. MoreRings.SelectMany(names => Names(folder, names)).Order(StringComparer.Ordinal)];

    /// <summary>Names of the files with themes in <paramref name="folder"/>; it may have none.</summary>
    public static IReadOnlyList<string> OfThemes(string folder) => [.. Names(folder, $"{ThemesBegin}*.tsv").Order(StringComparer.Ordinal)];

    internal static QueryWords Read(string folder, string? instead, List<string> problems)
    {
        var themed = Path.GetFileName(instead)?.StartsWith(ThemesBegin, StringComparison.Ordinal) is true;
        return new(
            ReadAll(OfRings(folder), themed ? null : instead, Ring),
            ReadAll(OfThemes(folder), themed ? instead : null, Theme));

        IReadOnlyList<IReadOnlyList<string>> ReadAll(IReadOnlyList<string> names, string? beside, Func<TabLine, IReadOnlyList<string>> make) =>
            [.. names.Where(name => name != Path.GetFileName(beside)).Select(name => Path.Combine(folder, name)).Concat(beside is null ? [] : [Path.GetFullPath(beside)])
                .SelectMany(file => TabFile.Read(Path.GetDirectoryName(file)!, Path.GetFileName(file), 0, problems, make))];
    }

    private static bool IsRead(string name) => name is Rings or Glossary
        || (name.EndsWith(".tsv", StringComparison.Ordinal) && (name.StartsWith(RingsBegin, StringComparison.Ordinal) || name.StartsWith(ThemesBegin, StringComparison.Ordinal)));

    private static string[] Ring(TabLine line)
    {
        line.Require(line.Fields.Length > 1, "a ring needs two members or more, separated by a tab");
        return line.Fields;
    }

    private static string[] Theme(TabLine line)
    {
        line.Require(line.Fields.Length >= LeastOfTheme, $"a theme needs {LeastOfTheme} expressions or more, separated by a tab; two words that mean the same belong into a file of rings");
        return line.Fields;
    }

    private static IEnumerable<string> Names(string folder, string pattern) =>
        (Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : []).Select(Path.GetFileName).OfType<string>();
}
