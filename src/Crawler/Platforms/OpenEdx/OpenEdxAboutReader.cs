using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DcCourseIndex.Crawler.Platforms.OpenEdx;

/// <summary>Reads the page about a run that an LMS renders itself (<c>/courses/KEY/about</c>). Pure.</summary>
internal static class OpenEdxAboutReader
{
    /// <summary>Null where the page is no such page: a shell, a login, another site.</summary>
    public static OpenEdxAbout? Read(IHtmlDocument page, Uri address)
    {
        var heading = page.QuerySelector(".course-profile .heading-group h1, .course-info h1, .heading-group h1");
        var dates = page.QuerySelector(".important-dates");
        if (heading is null && dates is null) return null;
        var fields = Fields(dates);
        return new OpenEdxAbout(Overview(page))
        {
            Name = OwnText(heading) ?? Meta(page, "og:title"),
            Organisation = Words.Plain(page.QuerySelector(".heading-group p small, .heading-group h1 a, .heading-group .org, .heading-group p")?.TextContent),
            Summary = Meta(page, "og:description"),
            Image = WebLink.Of(page.QuerySelector(".course-info .hero img[src], .hero img[src]")?.GetAttribute("src") ?? Meta(page, "og:image"), address)?.AbsoluteUri,
            Effort = Words.Plain(dates?.QuerySelector(".effort")?.TextContent),
            Dates = OpenEdxMoments.Dates(Moment(dates, ".start-date"), Moment(dates, ".final-date"), null, null),
            Authors = Authors(page),
            Invitation = Invitation(page),
            Price = fields.FirstOrDefault(field => field.Label.Contains("price", StringComparison.OrdinalIgnoreCase) || field.Label.StartsWith("ціна", StringComparison.OrdinalIgnoreCase) || field.Label.StartsWith("вартість", StringComparison.OrdinalIgnoreCase)).Value is { } price
                ? WrittenPrice.Of(price)
                : null,
        };
    }

    // Staff and questions stand in the same box, and are not what the course is about.
    private static string? Overview(IHtmlDocument page)
    {
        if ((page.QuerySelector(".details .inner-wrapper") ?? page.QuerySelector(".details")) is not { } details) return null;
        var box = (IElement)details.Clone();
        foreach (var other in box.QuerySelectorAll(".course-staff, .faq, script, style").ToList()) other.Remove();
        return Words.Plain(box.TextContent) is null ? null : box.InnerHtml.Trim();
    }

    private static List<string>? Authors(IHtmlDocument page)
    {
        var names = page.QuerySelectorAll(".course-staff .teacher h3, .course-staff .teacher h4").Select(name => Words.Plain(name.TextContent)).OfType<string>().Distinct().ToList();
        return names.Count > 0 ? names : null;
    }

    private static bool? Invitation(IHtmlDocument page)
    {
        if (page.QuerySelector(".main-cta") is not { } call) return null;
        if (call.QuerySelector("a.register, a.add-to-cart") is not null) return false;
        var text = Words.Plain(call.QuerySelector("span.register.disabled, .disabled")?.TextContent)?.ToLowerInvariant();
        return text is null ? null : text.Contains("invit", StringComparison.Ordinal) || text.Contains("запрош", StringComparison.Ordinal) ? true : null;
    }

    private static List<(string Label, string? Value)> Fields(IElement? dates) =>
        [.. (dates?.QuerySelectorAll("li") ?? Enumerable.Empty<IElement>()).Select(item => (
            Words.Plain(item.QuerySelector(".important-dates-item-title, p")?.TextContent) ?? "",
            Words.Plain(item.QuerySelector(".important-dates-item-text, span:not(.icon)")?.TextContent)))];

    private static string? Moment(IElement? dates, string selector)
    {
        var element = dates?.QuerySelector(selector);
        return OpenEdxMoments.Start(element?.GetAttribute("data-datetime")) is not null
            ? OpenEdxCards.WithColon(element!.GetAttribute("data-datetime")!)
            : WrittenDate.Of(element?.TextContent);
    }

    // Older themes put the organisation into the heading too.
    private static string? OwnText(IElement? heading) => heading is null
        ? null
        : Words.Plain(string.Concat(heading.ChildNodes.Where(node => node is not IElement { LocalName: "a" or "span" or "small" or "p" }).Select(node => node.TextContent))) ?? Words.Plain(heading.TextContent);

    private static string? Meta(IHtmlDocument page, string property) => Words.Plain(page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content"));
}
