using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Courses;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Widget;

/// <summary>A piece of the catalogue for other sites' pages: the one page that may be framed, and the script that frames it.</summary>
internal static class WidgetEndpoints
{
    /// <summary>Sites name the script without a version, so it must not be kept long.</summary>
    private const string ScriptKept = "public, max-age=3600";

    private static readonly Facet[] Filters = [Facet.Area, Facet.Competence, Facet.Level, Facet.Language, Facet.Price, Facet.Source, Facet.Provider, Facet.Tutor, Facet.Credential];

    public static void MapWidget(this IEndpointRouteBuilder routes, Frameworks frameworks)
    {
        var parameters = new ParameterSet(
        [
            KnownParameters.Text, .. Filters.Select(KnownParameters.Of), KnownParameters.Framework(frameworks), KnownParameters.Language,
            new("limit", "How many courses at most.") { Range = (1, 20), Default = "5" },
            new("view", "list shows courses; search lets the reader look for others too.") { Values = ["list", "search"], Default = "list" },
            new("theme", "The colours; auto as the reader's system has them.") { Values = ["auto", "light", "dark"], Default = "auto" },
        ]);
        var widget = routes.MapGroup("").ExcludeFromDescription();
        widget.MapRead("/widget", (HttpContext context, CourseSearch search) => Answer(context, search, frameworks, parameters)).NeedsIndex().WithMetadata(new MayBeFramed());
        widget.MapRead("/widget.js", (HttpResponse response) =>
        {
            response.Headers.CacheControl = ScriptKept;
            response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return Asset.WidgetScript.Content;
        }).Costs(0);
        widget.MapRead(Asset.WidgetStyle.Path, Asset.WidgetStyle.Answer).Costs(0);
        widget.MapRead(Asset.WidgetFrame.Path, Asset.WidgetFrame.Answer).Costs(0);
    }

    private static RazorComponentResult Answer(HttpContext context, CourseSearch search, Frameworks frameworks, ParameterSet parameters)
    {
        var query = context.Request.Query;
        if (CourseRequest.Read(query, parameters, frameworks, out var request) is { } refusal)
            return PageAnswers.Problem(context, refusal);
        var asked = query.ContainsKey("limit") ? request! : request! with { Query = request!.Query with { Limit = 5 } };
        return PageAnswers.Of<WidgetPage>(new WidgetView(
            PageFrame.Of(context), asked, search.Answer(search.Ask(asked), asked), CourseRequest.One(query, "theme") ?? "auto", CourseRequest.One(query, "view") == "search"));
    }
}
