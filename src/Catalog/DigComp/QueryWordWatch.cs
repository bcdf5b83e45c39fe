using System.Globalization;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>
/// Notices when the files with rings or themes have been edited. A broken file changes nothing: the words that were read last go on, and what is wrong is said
/// until it is mended. One caller at a time.
/// </summary>
public sealed class QueryWordWatch(string folder)
{
    private string _seen = Stamp(folder);

    /// <summary>What is wrong with the files as they stand, with file and line; empty where nothing is.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The words, or what is wrong with them, where the files are others than at the last look; else null.</summary>
    public Loaded<QueryWords>? Look()
    {
        var stamp = Stamp(folder);
        if (stamp == _seen)
        {
            return null;
        }

        var loaded = QueryWordFiles.Load(folder);
        (_seen, Problems) = (stamp, loaded.Problems);
        return loaded;
    }

    private static string Stamp(string folder) => string.Join('|', QueryWordFiles.OfRings(folder).Concat(QueryWordFiles.OfThemes(folder))
        .Select(name => new FileInfo(Path.Combine(folder, name)))
        .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {(file.Exists ? file.Length : -1)} {file.LastWriteTimeUtc.Ticks}")));
}
