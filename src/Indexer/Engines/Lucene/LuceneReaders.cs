using Lucene.Net.Index;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>
/// Opens the words of the commit that a call's view of the store names, and keeps the newest open: a later commit shares all parts with it that did not
/// change. Lucene's own SearcherManager knows only the newest commit, which the store may not have reached yet.
/// </summary>
internal sealed class LuceneReaders(string folder, FileAccessKind access) : IDisposable
{
    // More commits in a row do not vanish under a reader; the files are damaged.
    private const int MostLost = 20;

    private readonly LuceneDirectory _directory = LuceneFiles.Open(folder, access);
    private readonly Lock _opening = new();
    private LuceneWords? _current;
    private int _lost;

    /// <summary>The words as of the store's commit of that number; null where later commits have taken its place: then begin again.</summary>
    /// <exception cref="IOException">The Lucene files cannot be read or lag behind the store, which only a lost or damaged file can bring about.</exception>
    public LuceneHold? Hold(long seq)
    {
        if (Volatile.Read(ref _current) is { } known && known.Seq == seq && known.Hold() is { } held)
        {
            return held;
        }

        lock (_opening)
        {
            if (_current?.Seq == seq)
            {
                return _current.Hold();
            }

            if (Open(seq) is not { } reader)
            {
                return null;
            }

            var before = _current;
            Volatile.Write(ref _current, new LuceneWords(reader, seq));
            _lost = 0;
            before?.Release();
            return _current.Hold();
        }
    }

    public void Dispose()
    {
        _current?.Release();
        _directory.Dispose();
    }

    private DirectoryReader? Open(long seq)
    {
        try
        {
            var commits = LuceneFiles.Commits(_directory);
            if (commits.LastOrDefault(commit => LuceneFiles.Seq(commit) == seq) is { } commit)
            {
                return _current is { } before ? DirectoryReader.OpenIfChanged(before.Reader, commit) ?? Again(before.Reader) : DirectoryReader.Open(commit);
            }

            if (commits.All(one => LuceneFiles.Seq(one) < seq))
            {
                throw new IOException($"The Lucene index in {folder} lags behind its courses. The next process that writes the index mends it; or run «reindex».");
            }
        }
        catch (IOException) when (_lost++ < MostLost)
        {
            // The writer has removed a commit while its files were being opened.
        }

        return null;
    }

    private static DirectoryReader Again(DirectoryReader reader)
    {
        reader.IncRef();
        return reader;
    }
}
