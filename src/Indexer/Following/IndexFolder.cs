using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Indexer.Following;

/// <summary>
/// The folder of an index: <c>generation-000001/</c> and so on with one engine's files each, and <c>current</c>, a text file with the name
/// of the live one, which is replaced in one act. Whoever reads follows that file. <paramref name="others"/> may have written what lies there.
/// </summary>
public sealed partial class IndexFolder(string path, SearchEngine engine, params IReadOnlyList<SearchEngine> others)
{
    public string Path => path;

    public SearchEngine Engine => engine;

    private string Pointer => System.IO.Path.Combine(path, "current");

    /// <summary>The name of the live generation; null where there is none yet.</summary>
    public string? Current
    {
        get
        {
            try
            {
                var name = File.ReadAllText(Pointer).Trim();
                return Name().IsMatch(name) && Directory.Exists(PathOf(name)) ? name : null;
            }
            catch (IOException)
            {
                return null;
            }
        }
    }

    /// <summary>What there is and how far it lags behind a catalogue; null where there is no index yet.</summary>
    public IndexStatus? Status(CatalogPosition catalog)
    {
        if (Current is not { } name)
        {
            return null;
        }

        var figures = engine.Measure(PathOf(name));
        var follows = figures.Position.Epoch == catalog.Epoch && figures.Position.Fingerprint == engine.Fingerprint;
        return new IndexStatus(Writer(figures).Name, engine.Name, follows ? catalog.Revision - figures.Position.Revision : null, figures);
    }

    /// <summary>Reads the live generation through, as far as its engine can: what is wrong, a sentence each with the remedy; empty means sound or none.</summary>
    public IReadOnlyList<string> Check() => Current is { } name ? Writer(engine.Measure(PathOf(name))).Check(PathOf(name)) : [];

    // Which engine made an index is seen by its fingerprint; after a change of the text analysis nobody's fits.
    private SearchEngine Writer(IndexFigures figures) => others.FirstOrDefault(other => other.Fingerprint == figures.Position.Fingerprint) ?? engine;

    internal string PathOf(string name) => System.IO.Path.Combine(path, name);

    /// <summary>All generations, live or not, oldest first.</summary>
    internal IReadOnlyList<string> Generations() => Directory.Exists(path)
        ? [.. Directory.EnumerateDirectories(path).Select(folder => System.IO.Path.GetFileName(folder)).Where(name => Name().IsMatch(name)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>A name that was not in use yet.</summary>
    internal string NewName()
    {
        var last = Generations().Append(Current).OfType<string>().Select(name => int.Parse(name[^6..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        return string.Create(CultureInfo.InvariantCulture, $"generation-{last + 1:000000}");
    }

    /// <summary>Makes a generation the live one: on disk before it counts, and never half written.</summary>
    internal void SwitchTo(string name)
    {
        var next = Pointer + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.ASCII.GetBytes(name + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(next, Pointer, overwrite: true);
    }

    /// <summary>Removes a generation; false where some process still holds its files (only where open files cannot be removed).</summary>
    internal bool Remove(string name)
    {
        try
        {
            Directory.Delete(PathOf(name), recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^generation-\d{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
