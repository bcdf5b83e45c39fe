using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Pages.Lists;
using DcCourseIndex.SearchApi.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>What every page needs: its texts, its own address, and whether its data are invented.</summary>
public sealed record PageFrame(PageTexts Texts, PageLink Here, bool Demo, Uri? PublicAddress)
{
    /// <summary>The list that the reader carries along; null where there is none.</summary>
    internal ListInHand? List { get; init; }

    internal static PageFrame Of(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<SearchApiSettings>();
        return new(PageTexts.In(context.Request.Query["lang"]), PageLink.Of(context.Request), settings.Demo, settings.PublicAddress) { Site = SiteAddress.Of(context), List = ListInHand.Of(context) };
    }

    /// <summary>The absolute address of the site as this reader reached it.</summary>
    internal Uri? Site { get; private init; }

    /// <summary>Where other sites ask what to show for this page (oEmbed).</summary>
    internal string? Embedding(string format) => Site is { } site
        ? new Uri(site, $"/api/v1/oembed?format={format}&url={Uri.EscapeDataString(new Uri(site, Here.ToString()).AbsoluteUri)}").AbsoluteUri
        : null;

    /// <summary>A page under the public address; as it is where none is known.</summary>
    internal string Absolute(PageLink page) => PublicAddress is { } site ? new Uri(site, page.ToString()).AbsoluteUri : page.ToString();

    /// <summary>A page as somebody types or sends it: with the site, whether it has a public address or only the one at which it was reached.</summary>
    internal string Shareable(PageLink page) => Site is { } site ? new Uri(site, page.ToString()).AbsoluteUri : page.ToString();

    /// <summary>This page in the other language.</summary>
    internal PageLink OtherLanguage => Texts.Lang == "en" ? Here.Without("lang") : Here.Without("lang").With("lang", "en");

    internal string OtherLang => Texts.Lang == "en" ? "uk" : "en";

    /// <summary>The address of a search by one value.</summary>
    internal PageLink Searching(string name, string value) => Here.To("/").With(name, value);

    internal PageLink Course(string id) => Here.To($"/courses/{id}");

    internal PageLink Source(string name) => Here.To($"/sources/{name}").Without("framework");

    internal PageLink Run(string source, long run) => Here.To(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/sources/{source}/runs/{run}")).Without("framework");
}
