namespace DcCourseIndex.SearchApi.Tests.Security;

/// <summary>Something that somebody might try: a request, and the statuses with which it may be met.</summary>
internal sealed record Attack(string Name, string Address, params int[] Met)
{
    public string Method { get; init; } = "GET";

    /// <summary>Headers beside the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A body of JSON.</summary>
    public string? Body { get; init; }

    /// <summary>What the answer must not hold, whatever its status.</summary>
    public string Absent { get; init; } = "\0";

    public override string ToString() => Name;
}
