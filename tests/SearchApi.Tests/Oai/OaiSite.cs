using System.Xml.Linq;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Oai;

/// <summary>A repository over a real ledger: 230 courses, the four samples, and one that is no longer offered.</summary>
public sealed class OaiSite : IAsyncLifetime
{
    internal static readonly XNamespace Oai = "http://www.openarchives.org/OAI/2.0/";
    private RealSite? site;

    internal RealSite Real => site!;

    internal static CatalogCourse Gone { get; } = SampleCourses.Known(
        new() { Id = "prometheus.OLD", Source = "prometheus", SourceId = "OLD", Title = "Колишній курс", Url = "https://prometheus.example.org/courses/OLD", Language = "uk" }, Tagging.None);

    public async Task InitializeAsync() => site = await RealSite.StartAsync([.. Offered, Gone], Offered, Offered);

    public async Task DisposeAsync() => await site!.DisposeAsync();

    internal Task<XElement> AskAsync(string query) => AskAsync(site!, query);

    internal static async Task<XElement> AskAsync(RealSite site, string query)
    {
        using var response = await site.Site.GetAsync($"/oai?{query}");
        Assert.Equal((200, "text/xml"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
    }

    internal static string? ErrorOf(XElement answer) => (string?)answer.Element(Oai + "error")?.Attribute("code");

    /// <summary>All records or headers of a list, page by page.</summary>
    internal async Task<List<XElement>> ListAsync(string query)
    {
        var all = new List<XElement>();
        for (var next = query; next.Length > 0;)
        {
            var list = (await AskAsync(next)).Elements().Last();
            Assert.StartsWith("List", list.Name.LocalName, StringComparison.Ordinal);
            all.AddRange(list.Elements().Where(element => element.Name.LocalName is "record" or "header"));
            next = list.Element(Oai + "resumptionToken")?.Value is { Length: > 0 } token ? $"verb={list.Name.LocalName}&resumptionToken={token}" : "";
        }
        return all;
    }

    internal static string Id(XElement record) => record.DescendantsAndSelf(Oai + "identifier").First().Value;

    private static IReadOnlyList<CatalogCourse> Offered { get; } = [.. SampleCourses.All, .. SampleCourses.Many(230)];
}
