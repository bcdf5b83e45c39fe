using AngleSharp.Html.Dom;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>An answer as a place to follow ways in, until it is disposed.</summary>
internal sealed class OpenedPage : IDisposable
{
    private readonly IDisposable tree;

    private OpenedPage(IDisposable tree, IPlace root) => (this.tree, Root) = (tree, root);

    public IPlace Root { get; }

    /// <summary>Throws <see cref="ListingUnreliableException"/> for an answer that is none, and for what is neither JSON nor a page for people.</summary>
    public static OpenedPage Open(Page page, bool isJson, RecipeLabels? labels = null)
    {
        if (isJson)
        {
            var json = Answers.Json(page);
            return new(json, new JsonSpot(json.RootElement, new JsonNames(json.RootElement), page.Address));
        }

        var document = PageMarkup.Parse(PageText.Decode(Answers.Demand(page)).Text, page.Address);
        return new(document, new HtmlPlace(document.DocumentElement, LinksCountFrom(document, page.Address), labels is null ? null : new LabelledValues(document.DocumentElement, labels)));
    }

    public void Dispose() => tree.Dispose();

    private static Uri LinksCountFrom(IHtmlDocument document, Uri address) =>
        HtmlPlace.WebAddressOf(address, document.QuerySelector("base[href]")?.GetAttribute("href")) is { } named ? new Uri(named) : address;
}
