namespace DcCourseIndex.Catalog.Ledger;

/// <summary>One process among those that work on the same catalogue, by the name that people gave its machine.</summary>
public sealed record Node(string Name)
{
    /// <summary>Names the process itself: two with one name, or one that was started anew, are not taken for each other.</summary>
    public string Instance { get; } = $"{Name}/{Guid.NewGuid():N}";
}
