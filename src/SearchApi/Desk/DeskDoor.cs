using System.Buffers.Text;
using System.Security.Cryptography;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Keys;
using DcCourseIndex.SearchApi.Limits;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>
/// Lets holders of a key of the scope «curate» in to the desk, by a cookie that scripts do not see and that other sites cannot have sent. The
/// key itself is in no cookie. Of a key that does not open the desk nothing is told but that.
/// </summary>
internal sealed class DeskDoor(DeskSessions sessions, KeyRing keys, Meter meter, SearchApiSettings settings)
{
    private const string Session = "desk";
    private const string Stranger = "desk-in";

    /// <summary>How often one address may try to sign in.</summary>
    public static readonly RateLimits Tries = new(PerMinute: 6, Burst: 6);

    /// <summary>Whoever is signed in; null where nobody is.</summary>
    public async Task<DeskVisitor?> VisitorAsync(HttpContext context) =>
        Cookie(context, Session) is { } secret && await sessions.FindAsync(secret, context.RequestAborted) is { } key && key.Opens(Scope.Curate) ? new(key, secret) : null;

    /// <summary>The word in the form of signing in; gives the browser the cookie that it belongs to.</summary>
    public string StrangersToken(HttpContext context)
    {
        if (Cookie(context, Stranger) is not { } secret)
        {
            secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            Set(context, Stranger, secret, null);
        }

        return FormToken.Of(secret);
    }

    /// <summary>Whether the form of signing in came from here.</summary>
    public bool IsOurs(HttpContext context, string token) => Cookie(context, Stranger) is { } secret && FormToken.Fits(secret, token);

    public async Task<SigningIn> SignInAsync(HttpContext context, string sent)
    {
        if (meter.Take($"desk {Client.Of(context.Connection.RemoteIpAddress, Tries).Name}", 1, Tries).Wait is { } wait)
            return new(false, wait);
        if (await keys.FindAsync(sent.Trim(), context.RequestAborted) is not { } key || !key.Opens(Scope.Curate))
            return new(false);
        // A new secret, so that one that somebody else put into the browser opens nothing.
        Set(context, Session, await sessions.OpenAsync(key, context.RequestAborted), DeskSessions.Life);
        context.Response.Cookies.Delete(Name(context, Stranger), Options(context, null));
        return new(true);
    }

    public async Task SignOutAsync(HttpContext context, DeskVisitor visitor)
    {
        await sessions.CloseAsync(visitor.Secret, context.RequestAborted);
        context.Response.Cookies.Delete(Name(context, Session), Options(context, null));
    }

    private string? Cookie(HttpContext context, string name) =>
        context.Request.Cookies.TryGetValue(Name(context, name), out var value) && value is { Length: > 0 and <= 100 } ? value : null;

    private void Set(HttpContext context, string name, string value, TimeSpan? life) => context.Response.Cookies.Append(Name(context, name), value, Options(context, life));

    // What proxies say of the scheme is not believed; the public address says it (RFC 6265bis §4.1.3 on the name).
    private bool IsSecure(HttpContext context) => context.Request.IsHttps || settings.PublicAddress?.Scheme == Uri.UriSchemeHttps;

    private string Name(HttpContext context, string name) => IsSecure(context) ? $"__Host-{name}" : name;

    private CookieOptions Options(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = IsSecure(context),
        Path = "/",
        MaxAge = life,
        IsEssential = true,
    };
}
