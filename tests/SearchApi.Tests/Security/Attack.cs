namespace DcCourseIndex.SearchApi.Tests.Security;

/// <summary>Something that somebody might try: a request, and the statuses with which it may be met.</summary>
internal sealed record Attack(string Name, string Address, params int[] Met)
{
    public string Method { get; init; } = "GET";

    /// <summary>Headers beside the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A body of JSON, unless it says what else it is.</summary>
    public string? Body { get; init; }

    public string Type { get; init; } = "application/json";

    /// <summary>What the answer must not hold, whatever its status.</summary>
    public string Absent { get; init; } = "\0";

    public override string ToString() => Name;
}
