using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Indexer.Following;

/// <summary>
/// Keeps an index up to date with the catalogue: reads changes after the position that the index itself stores, and builds the index
/// anew beside the live one where that stands on another catalogue or text analysis. Holds the index folder's writer lock.
/// </summary>
public sealed class IndexFollower(ICourseCatalog catalog, IndexFolder folder, TimeProvider time, ILogger<IndexFollower> log) : IDisposable
{
    /// <summary>How long a change may wait for the next look at the catalogue.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a replaced generation stays for readers that still hold it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Night = TimeSpan.FromDays(1);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly List<(string Name, long Since)> _replaced = [];
    private WriterLock? _lock;
    private ICourseIndex? _index;
    private long _optimised;
    private bool _changed;
    private bool _tidied;

    /// <summary>Brings the index up to date, building it where there is none that fits. Returns the position reached.</summary>
    /// <exception cref="InvalidOperationException">Another process writes this index.</exception>
    public Task<IndexPosition> CatchUpAsync(CancellationToken ct) => Alone(async () =>
    {
        Open();
        if (_index is null || !await FollowAsync(_index, Building.PageWhileLive, ct))
        {
            await BuildAsync(fresh: false, ct);
        }

        RemoveReplaced();
        if (!_tidied)
        {
            // What an earlier process has left: replaced generations, and builds that were cut off and are not wanted any more.
            Building.RemoveOthers(folder, [folder.Current!, .. _replaced.Select(old => old.Name)]);
            _tidied = true;
        }

        return _index!.Position;
    }, ct);

    /// <summary>Builds the index anew beside the live one and then puts it in its place; searching goes on meanwhile.</summary>
    /// <exception cref="InvalidOperationException">Another process writes this index.</exception>
    public Task<IndexPosition> RebuildAsync(CancellationToken ct) => Alone(async () =>
    {
        Open();
        await BuildAsync(fresh: true, ct);
        return _index!.Position;
    }, ct);

    /// <summary>Follows until cancelled. Failures are logged and tried again after a pause that grows up to a minute.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var pause = Pause;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(ct);
                await Alone(OptimiseAtNight, ct);
                pause = Pause;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was, the index stands as before, and trying again is all there is to do.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                log.LogError(failure, "The index in {Folder} could not follow the catalogue; next try in {Pause}.", folder.Path, pause);
                Close();
            }

            try
            {
                await Task.Delay(pause, time, ct);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        Close();
        _lock?.Dispose();
        _oneAtATime.Dispose();
    }

    private async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private void Open()
    {
        _lock ??= WriterLock.Take(folder.Path);
        if (_index is null && folder.Current is { } name)
        {
            _index = Building.TryOpen(folder, name, log);
            _optimised = time.GetTimestamp();
        }
    }

    private void Close()
    {
        _index?.Dispose();
        _index = null;
    }

    /// <summary>False where the index stands on something else.</summary>
    private async Task<bool> FollowAsync(ICourseIndex index, int pageSize, CancellationToken ct)
    {
        var before = index.Position;
        var follows = await Building.FollowAsync(catalog, index, folder.Engine.Fingerprint, pageSize, ct);
        _changed |= index.Position != before;
        return follows;
    }

    private async Task BuildAsync(bool fresh, CancellationToken ct)
    {
        var live = folder.Current;
        var (name, index) = fresh ? Building.Start(folder) : await Building.ResumeOrStartAsync(folder, catalog, log, ct);
        log.LogInformation("Building the index {Folder}.", folder.PathOf(name));
        try
        {
            if (!await FollowAsync(index, Building.PageWhileBuilding, ct))
            {
                throw new InvalidOperationException($"The catalogue changed its epoch while the index {folder.PathOf(name)} was being built; it is built again at the next try.");
            }

            index.Optimise();
            await FollowAsync(index, Building.PageWhileLive, ct);
            folder.SwitchTo(name);
        }
        catch
        {
            index.Dispose();
            throw;
        }

        Close();
        (_index, _optimised, _changed) = (index, time.GetTimestamp(), false);
        if (live is not null)
        {
            _replaced.Add((live, time.GetTimestamp()));
        }

        Building.RemoveOthers(folder, [name, .. _replaced.Select(old => old.Name)]);
        log.LogInformation("The index {Folder} is live at revision {Revision}.", folder.PathOf(name), index.Position.Revision);
    }

    private void RemoveReplaced() => _replaced.RemoveAll(old => time.GetElapsedTime(old.Since) > Grace && folder.Remove(old.Name));

    private Task<bool> OptimiseAtNight()
    {
        var due = _changed && _index is not null && time.GetElapsedTime(_optimised) > Night;
        if (due)
        {
            _index!.Optimise();
            (_optimised, _changed) = (time.GetTimestamp(), false);
        }

        return Task.FromResult(due);
    }
}
