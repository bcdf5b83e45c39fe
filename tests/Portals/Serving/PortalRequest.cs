namespace DcCourseIndex.Portals.Serving;

/// <summary>One request that a portal was asked, with its running number (from 1) and its time by the portal's <see cref="TimeProvider"/>.</summary>
public sealed record PortalRequest(int Number, string Method, string Target, DateTimeOffset At)
{
    /// <summary>Path without the query, percent-decoded.</summary>
    public string Path => Uri.UnescapeDataString(Target.Split('?', 2)[0]);

    /// <summary>Parameters of the query.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>Parameters of a posted form; empty for others.</summary>
    public IReadOnlyDictionary<string, string> Form { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string Body { get; init; } = "";

    /// <summary>A parameter of the form or of the query; null where absent.</summary>
    public string? Parameter(string name) => Form.GetValueOrDefault(name) ?? Query.GetValueOrDefault(name);

    /// <summary>As PHP reads a number: 0 where there is none.</summary>
    public int Whole(string name, int otherwise = 0) =>
        Parameter(name) is { } text ? int.TryParse(text, out var number) ? number : 0 : otherwise;
}
