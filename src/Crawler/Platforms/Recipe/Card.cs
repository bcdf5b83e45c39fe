using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>One course as a list or a sitemap names it. <paramref name="Changed"/> is the sitemap's date of change; null where there is none.</summary>
internal sealed record Card(string Id, Uri Url, FoundValues Found, string? Changed = null);

/// <summary>What one page of a list says.</summary>
/// <param name="Items">How many parts of it are courses by their selector, whatever became of them.</param>
/// <param name="Next">The address or mark of the next page, where the page names one.</param>
/// <param name="Total">How many courses the portal says that it has.</param>
internal sealed record CardList(IReadOnlyList<Card> Cards, IReadOnlyList<Refusal> Refusals, int Items, string? Next, int? Total)
{
    /// <summary>One of the addresses that links: does not take for courses; null where it takes all.</summary>
    public string? PassedOver { get; init; }

    /// <summary>What an operator should know of a page without courses.</summary>
    public string Described { get; init; } = "";
}

/// <summary>Cards up to a place from which a run may go on (<paramref name="Marker"/>; null: from nowhere).</summary>
internal sealed record CardPage(IReadOnlyList<Card> Cards, IReadOnlyList<Refusal> Refusals, string? Marker, int? Expected)
{
    /// <summary>Text and data mining of the list is reserved.</summary>
    public bool Reserved { get; init; }

    /// <summary>Courses that are not among these pages are not missing.</summary>
    public bool Partial { get; init; }
}
