using System.Net;
using System.Text;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Tests.Links;

/// <summary>Invented links and answers.</summary>
internal static class Sample
{
    public const string Title = "Медіаграмотність для бібліотек";
    public const string Address = "https://portal.example/courses/media";

    public static CourseLink Link(LinkHistory? history = null, string address = Address, int number = 1) =>
        new($"portal.{number}", "portal", address, new Uri(address).IdnHost, Title, history ?? LinkHistory.None);

    public static string Html(string title, string body) => $"<html><head><title>{title}</title></head><body>{body}</body></html>";

    /// <summary>An answer; <paramref name="hops"/> are the redirects that led to it, each as status and target.</summary>
    public static Page Answer(int status, string html = "", string from = Address, params (int Status, string To)[] hops)
    {
        var at = new Uri(from);
        var followed = new List<RedirectHop>();
        foreach (var hop in hops)
        {
            followed.Add(new(at, new Uri(at, hop.To), (HttpStatusCode)hop.Status));
            at = followed[^1].To;
        }

        return new Page
        {
            Request = new PageRequest(new Uri(from)),
            Address = at,
            Status = (HttpStatusCode)status,
            Body = Encoding.UTF8.GetBytes(html),
            ContentType = "text/html; charset=utf-8",
            Redirects = followed,
        };
    }

    public static Page Failure(FailureKind kind, FailureCause cause = FailureCause.Other) => new()
    {
        Request = new PageRequest(new Uri(Address)),
        Address = new Uri(Address),
        Failure = new PageFailure(kind, "It failed.") { Cause = cause },
    };
}
