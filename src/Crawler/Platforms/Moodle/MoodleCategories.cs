using System.Globalization;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>The visible categories of one portal as they become known during a run, and which of them the source file allows.</summary>
internal sealed class MoodleCategories
{
    private readonly Dictionary<long, MoodleCategory> known = [];
    private readonly List<long> order = [];

    /// <summary>In the order in which they became known.</summary>
    public IReadOnlyList<long> Ids => order;

    public void Learn(IEnumerable<MoodleCategory> categories)
    {
        foreach (var category in categories)
        {
            if (!known.TryGetValue(category.Id, out var before)) order.Add(category.Id);
            known[category.Id] = category.Parent is null && before is not null ? category with { Parent = before.Parent } : category;
        }
    }

    /// <summary>Names from the root down to the category itself; empty where it is not known.</summary>
    public IReadOnlyList<string> Path(long? id) => [.. Lineage(id).Select(category => category.Name).Reverse()];

    /// <summary>Whether the category or one above it is named; nothing named allows all.</summary>
    public bool Allows(long? id, IReadOnlyList<string> named) =>
        named.Count == 0 || Lineage(id).Any(category => named.Any(name => IsNamed(category, name)));

    /// <summary>The entries that fit no category of the portal: misspelt, renamed, or hidden.</summary>
    public IReadOnlyList<string> Unmatched(IReadOnlyList<string> named) =>
        [.. named.Where(name => !known.Values.Any(category => IsNamed(category, name)))];

    private bool IsNamed(MoodleCategory category, string name) =>
        category.Id.ToString(CultureInfo.InvariantCulture) == name.Trim()
        || Words.Same(category.Name, name)
        || Words.Same(string.Join(" / ", Path(category.Id)), name);

    // A portal's answer may name a category as its own ancestor.
    private IEnumerable<MoodleCategory> Lineage(long? id)
    {
        var passed = new HashSet<long>();
        for (var at = id; at is { } here && passed.Add(here) && known.TryGetValue(here, out var category); at = category.Parent)
        {
            yield return category;
        }
    }
}
