namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The courses that are still to be compared and, for each, those that share a key with it. Every pair comes up once.</summary>
public sealed class CandidatePairs
{
    private readonly List<string> names;
    private readonly Dictionary<string, int> numbers;
    private readonly List<int[]> groups = [];
    private readonly List<int>?[] groupsOf;

    private CandidatePairs(List<string> unjudged)
    {
        Unjudged = unjudged;
        names = [.. unjudged];
        numbers = unjudged.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        groupsOf = new List<int>?[unjudged.Count];
    }

    /// <summary>The ids of the courses to compare.</summary>
    public IReadOnlyList<string> Unjudged { get; }

    /// <summary>The courses to compare this one with. Of two that both are to be compared, only the one that stands earlier names the other. Safe for many threads.</summary>
    public IReadOnlyCollection<string> Of(string course)
    {
        var own = numbers[course];
        var found = new HashSet<int>();
        foreach (var group in groupsOf[own] ?? [])
        {
            found.UnionWith(groups[group]);
        }

        return [.. found.Where(other => other > own).Select(other => names[other])];
    }

    /// <summary>Reads keys in their order. A key that more than <paramref name="sharedAtMost"/> courses share says nothing.</summary>
    internal static CandidatePairs Read(List<string> unjudged, IEnumerable<(long Key, string Course)> keys, int sharedAtMost)
    {
        var pairs = new CandidatePairs(unjudged);
        var sharing = new List<string>();
        var last = 0L;
        foreach (var (key, course) in keys)
        {
            if (key != last)
            {
                pairs.Add(sharing, sharedAtMost);
                sharing.Clear();
                last = key;
            }

            sharing.Add(course);
        }

        pairs.Add(sharing, sharedAtMost);
        return pairs;
    }

    private void Add(List<string> sharing, int sharedAtMost)
    {
        if (sharing.Count < 2 || sharing.Count > sharedAtMost || !sharing.Exists(IsUnjudged))
        {
            return;
        }

        var members = sharing.ConvertAll(NumberOf).ToArray();
        foreach (var member in members.Where(member => member < groupsOf.Length))
        {
            (groupsOf[member] ??= []).Add(groups.Count);
        }

        groups.Add(members);
    }

    private bool IsUnjudged(string course) => numbers.TryGetValue(course, out var number) && number < groupsOf.Length;

    private int NumberOf(string course)
    {
        if (!numbers.TryGetValue(course, out var number))
        {
            number = names.Count;
            names.Add(course);
            numbers.Add(course, number);
        }

        return number;
    }
}
