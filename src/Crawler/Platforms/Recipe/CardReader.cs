using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Reads one page of a list. Pure.</summary>
internal sealed class CardReader(RecipeList list, CourseLinks links)
{
    /// <summary>Throws <see cref="ListingUnreliableException"/> where the answer is no page or no JSON.</summary>
    public CardList Read(Page page)
    {
        using var opened = OpenedPage.Open(page, list.IsJson);
        var root = opened.Root;
        var items = list.Items.Select(root.Items).FirstOrDefault(found => found.Count > 0) ?? [];
        var cards = new List<Card>();
        var refusals = new List<Refusal>();
        string? passed = null;
        foreach (var item in items)
        {
            try
            {
                var found = FoundValues.In(item, list.Fields);
                if (Address(found) is not { } url) refusals.Add(Refused(page, found, "no address", "url"));
                else if (!links.IsCourse(url)) passed ??= url.AbsoluteUri;
                else if (list.Fields.Ways.ContainsKey("title") && found.One("title") is null) refusals.Add(Refused(page, found, "no title", "title"));
                else cards.Add(new Card(found.One("id") ?? links.Id(url), url, found));
            }
            catch (RegexMatchTimeoutException e)
            {
                refusals.Add(new Refusal(null, $"{page.Address}: «match: {e.Pattern}» takes too long on this page; write it simpler.", page.Address.AbsoluteUri));
            }
        }

        return new CardList([.. cards.DistinctBy(card => card.Id)], refusals, items.Count, Next(root), Total(root)) { PassedOver = passed, Described = items.Count == 0 ? root.Described : "" };
    }

    // What follows # is a place on a page, unless it is the address itself of a page made by a script.
    private static Uri? Address(FoundValues found) =>
        found.One("url") is not { } text ? null
        : text.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at && !text.AsSpan(at).StartsWith("#/") && !text.AsSpan(at).StartsWith("#!") ? new Uri(text[..at]) : new Uri(text);

    private string? Next(IPlace root) => list switch
    {
        { Next.Count: > 0 } => WayValues.First(root, list.Next, FieldKind.Address),
        { Page.Mark: { Count: > 0 } mark } => WayValues.First(root, mark, FieldKind.Plain),
        _ => null,
    };

    private int? Total(IPlace root)
    {
        var text = WayValues.First(root, list.Total, FieldKind.Plain);
        return int.TryParse(text?.Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null;
    }

    private Refusal Refused(Page page, FoundValues found, string lack, string field) => new(
        found.One("id"),
        $"{page.Address}: a course{(found.One("title") is { } title ? $" («{title}»)" : "")} has {lack} by {string.Join(" or ", list.Fields.Ways.GetValueOrDefault(field)?.Select(way => $"«{way}»") ?? [])}; add a way to it under {field}:.",
        page.Address.AbsoluteUri);
}
