namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>What an engine writes of the words of courses beside the store, in the store's own transactions.</summary>
internal interface IWordWriter : IDisposable
{
    void Add(long doc, int[][] tokens);

    /// <summary>Takes out what was added.</summary>
    void Remove(long doc, int[][] tokens);

    /// <summary>Writes what was added and removed; the last act of a transaction, which is the commit of that number.</summary>
    void Flush(long seq);

    /// <summary>Gives up what was added and removed in a transaction that failed.</summary>
    void Forget();

    /// <summary>Merges what many commits left behind; outside any transaction.</summary>
    void Optimise();
}
