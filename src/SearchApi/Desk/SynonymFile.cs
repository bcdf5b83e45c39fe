using System.Text;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>
/// The file of rings that the desk edits, beside those that are shipped. At the desk the members of a ring stand between commas, in the file between tabs;
/// the search takes the file within a minute. The text before the last saving is kept beside it.
/// </summary>
internal sealed class SynonymFile(SearchApiSettings settings)
{
    public const string Name = "rings-desk.tsv";

    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int Longest = 60_000;

    private const string Before = Name + ".before";
    private static readonly char[] Between = ['\t', ',', ';'];

    /// <summary>Where it is; null where the desk keeps none.</summary>
    public string? Path => settings.VocabularyFolder is { } folder ? System.IO.Path.Combine(folder, Name) : null;

    /// <summary>Whether there is an earlier text to go back to.</summary>
    public bool HasEarlier => settings.VocabularyFolder is { } folder && File.Exists(System.IO.Path.Combine(folder, Before));

    /// <summary>The text as the desk shows it; empty where there is no file.</summary>
    public async Task<string> ReadAsync(CancellationToken ct) => Path is { } path && File.Exists(path) ? Shown(await File.ReadAllTextAsync(path, ct)) : "";

    /// <summary>The text as the file has it.</summary>
    public static string Written(string shown)
    {
        var file = new StringBuilder();
        foreach (var line in Lines(shown))
        {
            var members = line.TrimStart().StartsWith('#') ? [PlainLine.Of(line)] : Members(line);
            if (members.Length > 0)
                file.Append(string.Join('\t', members)).Append('\n');
        }

        return file.ToString();
    }

    /// <summary>The numbers of lines, from 1, that hold one word where two or more mean the same.</summary>
    public static IReadOnlyList<int> Lonely(string shown) =>
        [.. Lines(shown).Index().Where(line => !line.Item.TrimStart().StartsWith('#') && Members(line.Item).Length == 1).Select(line => line.Index + 1)];

    /// <summary>The words of the lines that another text does not have.</summary>
    public static IEnumerable<string> Fresh(string shown, string before) =>
        Lines(Written(shown)).Except(Lines(Written(before)), StringComparer.Ordinal).Where(line => !line.StartsWith('#')).SelectMany(line => line.Split('\t', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>All words of queries as the files have them; without this one where it was broken by another hand. Null where others are.</summary>
    public QueryWords? Now() => QueryWordFiles.Load(settings.VocabularyFolder!).Value ?? Words("").Value;

    /// <summary>All words of queries as they would be with this text, or what is wrong with other files.</summary>
    public Loaded<QueryWords> Words(string written)
    {
        var folder = Directory.CreateTempSubdirectory("dccourseindex-rings-");
        try
        {
            var trial = System.IO.Path.Combine(folder.FullName, Name);
            File.WriteAllText(trial, written);
            var then = QueryWordFiles.Load(settings.VocabularyFolder!, trial);
            var own = System.IO.Path.TrimEndingDirectorySeparator(settings.VocabularyFolder!) + System.IO.Path.DirectorySeparatorChar;
            return then with { Problems = [.. then.Problems.Select(problem => problem.Replace(own, "", StringComparison.Ordinal))] };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Puts a text in the place of the file's; false where the file cannot be written.</summary>
    public Task<bool> SaveAsync(string written, CancellationToken ct) => TryAsync(async folder =>
    {
        var path = System.IO.Path.Combine(folder, Name);
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, Before), File.Exists(path) ? await File.ReadAllTextAsync(path, ct) : "", ct);
        var fresh = path + ".new";
        await File.WriteAllTextAsync(fresh, written, ct);
        File.Move(fresh, path, overwrite: true);
    });

    /// <summary>Goes back to the earlier text, which leaves this one as the earlier; false where that cannot be.</summary>
    public async Task<bool> GoBackAsync(CancellationToken ct) => HasEarlier && await SaveAsync(await File.ReadAllTextAsync(System.IO.Path.Combine(settings.VocabularyFolder!, Before), ct), ct);

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    // A character that stands for bytes which nobody could read is no part of a word.
    private static string[] Members(string line) =>
        [.. line.Replace("\uFFFD", "", StringComparison.Ordinal).Split(Between).Select(PlainLine.Of).Select(member => member.Trim()).Where(member => member.Length > 0)];

    private static string Shown(string file) => string.Join('\n', file.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.StartsWith('#') ? line : line.Replace("\t", ", ", StringComparison.Ordinal)));

    private async Task<bool> TryAsync(Func<string, Task> write)
    {
        try
        {
            await write(settings.VocabularyFolder!);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
