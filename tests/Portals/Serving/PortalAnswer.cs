namespace DcCourseIndex.Portals.Serving;

/// <summary>What a portal answers. Header values are ASCII.</summary>
public sealed record PortalAnswer(int Status, string ContentType, string Body)
{
    public const string HtmlType = "text/html; charset=utf-8";
    public const string JsonType = "application/json; charset=UTF-8";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static PortalAnswer Html(string body, int status = 200) => new(status, HtmlType, body);

    public static PortalAnswer Json(string body, int status = 200) => new(status, JsonType, body);

    public static PortalAnswer Text(string body, int status = 200) => new(status, "text/plain; charset=utf-8", body);

    public static PortalAnswer Redirect(int status, Uri location) =>
        new(status, HtmlType, "") { Headers = new Dictionary<string, string> { ["Location"] = location.AbsoluteUri } };

    /// <summary>The same answer with one more header.</summary>
    public PortalAnswer With(string name, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };
}
