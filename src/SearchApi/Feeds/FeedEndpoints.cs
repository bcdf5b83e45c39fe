using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Exports;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Feeds;

/// <summary>Any search, to be followed in a feed reader or a calendar.</summary>
internal static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder routes, CourseParameters parameters) =>
        routes.MapRead("/api/v1/feed", Answer).Takes(parameters.Feed).NeedsIndex()
            .Named("courses", "getFeed", "Follow a search", "The courses of a search as Atom or RSS 2.0, newest first unless «sort» says otherwise, or its dated runs as iCalendar, the next start first.")
            .Produces<string>(StatusCodes.Status200OK, "application/atom+xml").WithMetadata(Examples()).Costs(5);

    private static IResult Answer(HttpContext context, CourseExports exports, FieldWordFilters typed, Frameworks frameworks)
    {
        var self = context.Request.Path + context.Request.QueryString;
        if (typed.Spread(context.Request) is { } unfitting)
            return unfitting.Result();
        var query = context.Request.Query;
        if (CourseRequest.Read(query, frameworks, [], out var request) is { } refusal)
            return refusal.Result();
        var format = FeedFormat.All.FirstOrDefault(format => format.Name == CourseRequest.One(query, "format")) ?? FeedFormat.All[0];
        if (!query.ContainsKey("sort"))
            request = request with { Query = request.Query with { Sort = format.Name == FeedFormat.Calendar ? SortOrder.Start : SortOrder.Newest } };
        var site = SiteAddress.Of(context);
        var most = format.Name == FeedFormat.Calendar && !query.ContainsKey("limit") ? CourseExports.Most : request.Query.Limit;
        var feed = new Feed(PageTexts.In(request.Lang), request.Query.Text, site, new(site, self), exports.Collect(request, most).Courses);
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Revalidated.Bytes(format.Write(feed), format.Type, feed.Courses.Count == 0 ? null : feed.Updated);
    }

    private static MediaExamples Examples()
    {
        var site = new Uri("https://courses.example.org");
        var feed = new Feed(PageTexts.English, "media", site, new(site, "/api/v1/feed?q=media&lang=en"), [ExportExamples.Course]);
        return new([.. FeedFormat.All.Select(format => (format.Type, format.Write(feed)))]);
    }
}
