using System.Net;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>Where an answer leads on to (RFC 9110 §15.4), and where it must not.</summary>
internal static class Redirects
{
    /// <summary>The next hop, or the failure that forbids it; both null where the answer leads nowhere.</summary>
    public static (Ask? Next, PageFailure? Failure) Follow(Ask ask, Answer answer, int hops, FetchSettings settings)
    {
        var status = answer.Status;
        if (answer.Failure is not null
            || status is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || answer.Header("Location") is not { Length: > 0 } location)
        {
            return (null, null);
        }
        var from = SafeAddress.Of(ask.Address);
        if (!Uri.TryCreate(ask.Address, location, out var target) || target.Scheme is not ("http" or "https"))
        {
            return (null, new(FailureKind.BrokenAnswer, $"{from} leads to «{SafeAddress.Of(location)}», which is no web address; tell the portal's owner."));
        }
        var to = SafeAddress.Of(target);
        if (HostSpelling.Wrong(new Uri(ask.Address, location)) is { } wrong)
        {
            return (null, new(FailureKind.ForbiddenAddress, $"{from} leads to «{SafeAddress.Of(location)}», and {wrong}, as nobody writes an honest address; tell the portal's owner."));
        }
        if (ask.Address.Scheme == "https" && target.Scheme == "http")
        {
            return (null, new(FailureKind.ForbiddenAddress, $"{from} leads from https to {to}, which anybody on the way could change; it is not followed."));
        }
        if (hops >= settings.MaxRedirects)
        {
            return (null, new(FailureKind.TooManyRedirects, $"{from} leads on to {to} after {settings.MaxRedirects} redirects already; open it in a browser, it may go in circles or want a login."));
        }
        // 307 and 308 ask to send the same body again; 303, and by custom 301 and 302, ask with GET.
        var again = ask.IsPost && status is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (again && target.Authority != ask.Address.Authority)
        {
            return (null, new(FailureKind.ForbiddenAddress, $"{from} asks to send a form to another host ({to}), which is not done because it may hold a token; put that host into address: if it is right."));
        }
        return (new Ask(target, ask.Accept) { Form = again ? ask.Form : null, Json = again ? ask.Json : null, FormToken = again ? ask.FormToken : null }, null);
    }
}
