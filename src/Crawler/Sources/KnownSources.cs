using System.Collections;

namespace DcCourseIndex.Crawler.Sources;

/// <summary>
/// The sources that there are, as they stand now: those of the files, and those that were added since. Whoever holds the list sees what comes and goes;
/// a walk through it sees it as it was at its beginning. Safe for many threads.
/// </summary>
/// <param name="sources">Those of the start.</param>
/// <param name="window">Hours of Kyiv time for scheduled runs of sources that name none; null: any.</param>
public sealed class KnownSources(IEnumerable<SourceDefinition> sources, (TimeOnly From, TimeOnly To)? window = null) : IReadOnlyList<SourceDefinition>
{
    private readonly Lock gate = new();
    private readonly List<(Func<SourceDefinition, Task> Came, Func<string, Task> Went)> followers = [];
    private IReadOnlyList<SourceDefinition> all = [.. sources.Select(source => Within(source, window))];

    public int Count => Volatile.Read(ref all).Count;

    public SourceDefinition this[int index] => Volatile.Read(ref all)[index];

    /// <summary>Tells somebody of every source that comes or goes from now on.</summary>
    public void Follow(Func<SourceDefinition, Task> came, Func<string, Task> went) => followers.Add((came, went));

    /// <summary>Adds a source; false where one of that name is there.</summary>
    public async Task<bool> AddAsync(SourceDefinition source)
    {
        var adopted = Within(source, window);
        lock (gate)
        {
            if (all.Any(known => known.Name == source.Name))
            {
                return false;
            }

            Volatile.Write(ref all, [.. all, adopted]);
        }

        foreach (var follower in followers)
        {
            await follower.Came(adopted);
        }

        return true;
    }

    /// <summary>Takes a source out; a run of it that is going on goes on to its end.</summary>
    public async Task RemoveAsync(string name)
    {
        lock (gate)
        {
            Volatile.Write(ref all, [.. all.Where(known => known.Name != name)]);
        }

        foreach (var follower in followers)
        {
            await follower.Went(name);
        }
    }

    public IEnumerator<SourceDefinition> GetEnumerator() => Volatile.Read(ref all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static SourceDefinition Within(SourceDefinition source, (TimeOnly From, TimeOnly To)? window) =>
        source with { Politeness = source.Politeness with { Window = source.Politeness.Window ?? window } };
}
