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
    public static CandidatePairs Read(List<string> unjudged, IEnumerable<(long Key, string Course)> keys, int sharedAtMost)
    {
        var pairs = new CandidatePairs(unjudged);
        var (sharing, seeking) = (new List<string>(), new List<string>());
        var last = 0L;
        foreach (var (key, course) in keys)
        {
            if (CandidateKey.GroupOf(key) != last)
            {
                pairs.Add(sharing, seeking, sharedAtMost);
                sharing.Clear();
                seeking.Clear();
                last = CandidateKey.GroupOf(key);
            }

            (CandidateKey.IsSought(key) ? seeking : sharing).Add(course);
        }

        pairs.Add(sharing, seeking, sharedAtMost);
        return pairs;
    }

    // Whoever offers a key is compared with whoever seeks it, and not with others that offer it.
    private void Add(List<string> sharing, List<string> seeking, int sharedAtMost)
    {
        if (seeking.Count == 0)
        {
            Add(sharing, sharing, sharing.Count is < 2 || sharing.Count > sharedAtMost);
        }
        else
        {
            var isIdle = sharing.Count == 0 || sharing.Count > sharedAtMost || seeking.Count > sharedAtMost || !(sharing.Exists(IsUnjudged) || seeking.Exists(IsUnjudged));
            Add(sharing, seeking, isIdle);
            Add(seeking, sharing, isIdle);
        }
    }

    private void Add(List<string> those, List<string> others, bool isIdle)
    {
        if (isIdle || (those == others && !those.Exists(IsUnjudged)))
        {
            return;
        }

        var members = others.ConvertAll(NumberOf).ToArray();
        foreach (var member in those.ConvertAll(NumberOf).Where(member => member < groupsOf.Length))
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
