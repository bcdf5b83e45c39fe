using System.Text;
using System.Text.Json.Nodes;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Tests.Platforms.WordPress;

/// <summary>The recorded site on a given night: on the first as it is; later it answers with the posts that the second recorded day lists as changed, and a whole list lacks those that were taken down.</summary>
internal sealed class Night(RecordedSite site, PastHarvest past) : IPageFetcher
{
    private static readonly long[] TakenDown = [12, 13];

    public PastHarvest Past => past;

    public async Task<Page> FetchAsync(PageRequest request, CancellationToken ct)
    {
        var (path, query) = (request.Address.AbsolutePath, request.Address.Query);
        if (query.Contains("modified_after=", StringComparison.Ordinal))
        {
            return path.EndsWith("/posts", StringComparison.Ordinal) ? Answer(request, Changed()) : Answer(request, []);
        }

        var page = await site.FetchAsync(request, ct);
        if (past.Bookmark is null || !path.EndsWith("/posts", StringComparison.Ordinal) || !page.IsSuccess) return page;
        var kept = JsonNode.Parse(page.Body.Span)!.AsArray().Where(post => !TakenDown.Contains(post!["id"]!.GetValue<long>())).Select(post => post!.DeepClone());
        return Answer(request, new JsonArray([.. kept]));
    }

    private static JsonArray Changed() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Workspace.Captures("wordpress/day2")!, "rest-posts-modified-after.json")))!.AsArray();

    private static Page Answer(PageRequest request, JsonArray posts) => new()
    {
        Request = request,
        Address = request.Address,
        Status = System.Net.HttpStatusCode.OK,
        Body = Encoding.UTF8.GetBytes(posts.ToJsonString()),
        ContentType = "application/json; charset=UTF-8",
        Headers = new Dictionary<string, string> { ["X-WP-TotalPages"] = "1" },
    };
}
