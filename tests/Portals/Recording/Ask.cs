namespace DcCourseIndex.Portals.Recording;

/// <summary>One request to record; <paramref name="Body"/> makes it a POST of a form (or of JSON, where it starts with a bracket).</summary>
public sealed record Ask(string Url, string? Body = null, string Method = "GET")
{
    public static Ask Post(string url, string body) => new(url, body, "POST");

    public static Ask Head(string url) => new(url, null, "HEAD");
}
