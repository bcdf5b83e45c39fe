namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Asks for pages that do not depend on one another, as many at a time as the source's politeness allows.</summary>
internal static class SideBySide
{
    /// <summary>
    /// The answers in the order of the items. Never more than <paramref name="atOnce"/> are asked for before the first of them has been handed out,
    /// so that whoever stops after a few bad answers has asked for few.
    /// </summary>
    public static async IAsyncEnumerable<TAnswer> AskAsync<TItem, TAnswer>(IReadOnlyList<TItem> items, int atOnce, Func<TItem, Task<TAnswer>> ask)
    {
        var asked = new Queue<Task<TAnswer>>(atOnce);
        try
        {
            var next = 0;
            while (next < items.Count || asked.Count > 0)
            {
                while (next < items.Count && asked.Count < atOnce) asked.Enqueue(ask(items[next++]));
                // Handed out before the next is asked for: one at a time means one at a time.
                yield return await asked.Dequeue();
            }
        }
        finally
        {
            // What is still under way has nobody left who waits for it.
            foreach (Task left in asked) await left.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
