using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Parameters;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>A request of somebody who is signed in at the desk.</summary>
internal sealed record DeskCall(HttpContext Http, DeskFrame Desk, DeskVisitor Visitor)
{
    public CancellationToken Ct => Http.RequestAborted;

    /// <summary>The name under which everything is signed.</summary>
    public string By => Visitor.Key.Name;

    public string? Query(string name) => CourseRequest.One(Http.Request.Query, name);

    /// <summary>On to a page of the desk, so that reading it again does nothing again.</summary>
    public IResult Go(string path, params (string Name, string Value)[] query) =>
        TypedResults.Redirect(query.Aggregate(Desk.To(path), (link, pair) => link.With(pair.Name, pair.Value)).ToString());

    /// <summary>Back to the page that a form was on; to the beginning where the form names none of the desk.</summary>
    public IResult Back(string sent, params (string Name, string Value)[] query) =>
        TypedResults.Redirect(query.Aggregate(DeskAddress.Of(sent) ?? Desk.To("/desk"), (link, pair) => link.With(pair.Name, pair.Value)).ToString());
}
