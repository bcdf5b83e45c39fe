namespace DcCourseIndex.Indexer.Following;

/// <summary>A searcher on one generation that is disposed when it has been closed and its last call has ended.</summary>
internal sealed class OpenGeneration(string name, ICourseSearcher searcher)
{
    private readonly Lock _gate = new();
    private int _calls;
    private bool _closed;

    public string Name => name;

    public ICourseSearcher Searcher => searcher;

    /// <summary>False where it has been closed.</summary>
    public bool Enter()
    {
        lock (_gate)
        {
            _calls += _closed ? 0 : 1;
            return !_closed;
        }
    }

    public void Leave() => DisposeWhenIdle(() => _calls--);

    public void Close() => DisposeWhenIdle(() => _closed = true);

    private void DisposeWhenIdle(Action change)
    {
        bool idle;
        lock (_gate)
        {
            change();
            idle = _closed && _calls == 0;
        }

        if (idle)
        {
            searcher.Dispose();
        }
    }
}
