using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>The absolute address of the site, for what is read away from it: the public one, else that of the request.</summary>
internal static class SiteAddress
{
    public static Uri Of(HttpContext context) => context.RequestServices.GetRequiredService<SearchApiSettings>().PublicAddress
        ?? new UriBuilder(context.Request.Scheme, context.Request.Host.Host, context.Request.Host.Port ?? -1).Uri;

    /// <summary>The page of a course in one language; Ukrainian has no parameter.</summary>
    public static Uri Course(Uri site, string id, string lang) => new(site, lang == "en" ? $"/courses/{id}?lang=en" : $"/courses/{id}");
}
