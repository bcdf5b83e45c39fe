using System.Runtime.CompilerServices;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Reads details several at a time where the source allows it, and hands them out in the order of the list.</summary>
internal static class Ahead
{
    /// <summary>Begins work on at most twice <paramref name="atOnce"/> items before the first is handed out, so that pages are read while others are on their way; with 1 strictly one after another.</summary>
    public static async IAsyncEnumerable<TOut> SelectAsync<TIn, TOut>(
        IEnumerable<TIn> items, int atOnce, Func<TIn, CancellationToken, Task<TOut>> work, [EnumeratorCancellation] CancellationToken ct)
    {
        if (atOnce <= 1)
        {
            foreach (var item in items) yield return await work(item, ct);
            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var begun = new Queue<Task<TOut>>();
        try
        {
            foreach (var item in items)
            {
                begun.Enqueue(Task.Run(() => work(item, stop.Token), stop.Token));
                if (begun.Count >= 2 * atOnce) yield return await begun.Dequeue();
            }

            while (begun.TryDequeue(out var next)) yield return await next;
        }
        finally
        {
            await stop.CancelAsync();
            // The requests under way hold the fetcher; what becomes of them is nobody's concern any more.
            await Task.WhenAll(begun).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
