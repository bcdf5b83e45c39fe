using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Platforms.Sites;

namespace DcCourseIndex.Crawler.Platforms.Prometheus;

/// <summary>Reads the cards of the catalogue: of a free course the link lies around the card, of a paid one it holds it. Pure.</summary>
internal static class PrometheusCards
{
    private const int FarthestLink = 5;

    public static readonly CardReading Reading = new(Read, Next);

    public static IReadOnlyList<CourseCard> Read(IHtmlDocument page, Uri address)
    {
        var cards = new Dictionary<string, CourseCard>(StringComparer.Ordinal);
        // Class selectors match whole words of a class, so «course-card» is not «course-card-plus».
        foreach (var card in page.QuerySelectorAll(".course-card, .course-card-plus"))
        {
            if (Link(card, address) is { } to && PrometheusAddress.Name(to) is { } name && Card(card, name, to, address) is { } read) cards.TryAdd(name, read);
        }

        return [.. cards.Values];
    }

    private static CourseCard? Card(IElement card, string name, Uri to, Uri address)
    {
        var title = Text(card, ".course-card-plus__title") ?? Text(card, ".course-card__title") ?? Text(card, "[class*=title]") ?? Text(card, "h2, h3, h4");
        if (title is null) return null;
        return new CourseCard(name, to, title)
        {
            Image = WebLink.Of(card.QuerySelector("img[src]")?.GetAttribute("src"), address),
            Start = WrittenDate.Of(Text(card, "[class*=start]") ?? Text(card, "[class*=date]")),
            Price = WrittenPrice.Of(Text(card, ".tag-price")) is { Class: not null } price ? price : null,
        };
    }

    private static Uri? Link(IElement card, Uri address)
    {
        IElement? around = card;
        for (var steps = 0; around is not null && steps <= FarthestLink; steps++, around = around.ParentElement)
        {
            if (around is { LocalName: "a" } && Course(around, address) is { } to) return to;
        }

        return card.QuerySelectorAll("a[href]").Take(20).Select(link => Course(link, address)).FirstOrDefault(to => to is not null);
    }

    private static Uri? Course(IElement link, Uri address) =>
        WebLink.Of(link.GetAttribute("href"), address) is { } to && string.Equals(to.Host, address.Host, StringComparison.OrdinalIgnoreCase) && PrometheusAddress.Name(to) is not null ? to : null;

    // Nobody has seen a second page; WordPress writes such links where there is one.
    private static Uri? Next(IHtmlDocument page, Uri address, int number, int fresh) => fresh == 0
        ? null
        : WebLink.Of(page.QuerySelector("a.next.page-numbers[href], a[rel~=next][href], link[rel~=next][href]")?.GetAttribute("href"), address) is { } next && next.Authority == address.Authority ? next : null;

    private static string? Text(IElement card, string selector) => Words.Plain(card.QuerySelector(selector)?.TextContent);
}
