using System.Text;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Pages.Lists;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>An address within the site; every change gives a new one.</summary>
public sealed record PageLink
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> query;

    private PageLink(string path, IReadOnlyList<KeyValuePair<string, string>> query)
    {
        Path = path;
        this.query = query;
    }

    public string Path { get; }

    /// <summary>Names and values of the query.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Pairs => query;

    /// <summary>The address of a request; what equals a default is left out, so that one page has one address.</summary>
    internal static PageLink Of(HttpRequest request) => new(request.PathBase + request.Path,
    [
        .. request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))
            .Where(pair => pair is not ({ Key: "lang", Value: "uk" } or { Key: "sort", Value: "relevance" } or { Key: "framework", Value: Frameworks.Default } or { Key: "q", Value: "" })),
        .. ListInHand.Of(request.HttpContext) is { } list ? [KeyValuePair.Create(ListInHand.Parameter, list.Code)] : Array.Empty<KeyValuePair<string, string>>(),
    ]);

    /// <summary>A page by its path and parameters.</summary>
    internal static PageLink Of(string path, IEnumerable<KeyValuePair<string, string>> query) => new(path, [.. query]);

    /// <summary>Another page that keeps only language, framework and the list in hand; programs get no list.</summary>
    public PageLink To(string path) => new(path, [.. query.Where(pair => pair.Key is "lang" or "framework" || (pair.Key == ListInHand.Parameter && IsPage(path)))]);

    /// <summary>Another address for the same query.</summary>
    public PageLink At(string path) => new(path, [.. query.Where(pair => pair.Key != ListInHand.Parameter || IsPage(path))]);

    public PageLink With(string name, string value) => new(Path, [.. query, KeyValuePair.Create(name, value)]);

    public PageLink Without(string name) => new(Path, [.. query.Where(pair => pair.Key != name)]);

    public PageLink Without(string name, string value) => new(Path, [.. query.Where(pair => pair.Key != name || pair.Value != value)]);

    /// <summary>The first value of a parameter; null where it is absent.</summary>
    public string? First(string name) => query.Where(pair => pair.Key == name).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>Keeps only the named parameters.</summary>
    public PageLink Only(params string[] names) => new(Path, [.. query.Where(pair => names.Contains(pair.Key))]);

    private static bool IsPage(string path) => !path.StartsWith("/api/", StringComparison.Ordinal) && !path.EndsWith(".xml", StringComparison.Ordinal);

    public override string ToString()
    {
        var address = new StringBuilder(Path);
        foreach (var (name, value) in query)
            address.Append(address.Length == Path.Length ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        return address.ToString();
    }
}
