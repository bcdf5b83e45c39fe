using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Walks the lists of a recipe page by page. A first page without courses, and an end of another kind than the recipe allows, is an alarm.</summary>
internal sealed class ListWalk(SourceDefinition source, SourceRecipe recipe, CourseLinks links, IPageFetcher fetcher)
{
    private const int MostPages = 1000;

    private readonly RecipeList list = recipe.List!;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly ListAlarms alarms = new(source, recipe.List!);
    private readonly RunPlace? since = recipe.List!.Changes is { } changes ? RunPlace.Valid(fetcher.Past, changes.Days) : null;

    /// <summary>This run lists only what changed.</summary>
    public bool IsPartial => since is not null;

    /// <summary>The bookmark for the next run, where the interface lists what changed.</summary>
    public string? Bookmark => list.Changes is not null && fetcher.Past is { IsKept: true } past
        ? new RunPlace(past.Began.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), since?.Whole ?? past.Began).ToString()
        : null;

    /// <param name="marker">«LIST TURNED ADDRESS» of the page to go on with; null: from the beginning.</param>
    public async IAsyncEnumerable<CardPage> ReadAsync(string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var (begin, turned, resumed) = Place(marker);
        for (var index = begin; index < list.At.Count; index++)
        {
            var turn = new PageTurn(source, list, links, list.At[index]);
            for (var (address, first) = (resumed ?? Since(turn.First), resumed is null); address is not null;)
            {
                if (turned >= MostPages) throw new ListingUnreliableException($"{address}: the list goes on after {MostPages} pages, as if it had no end; look at its paging in a browser and correct next: or page: in {source.Name}.yml.");
                var page = await fetcher.FetchAsync(new PageRequest(address) { Accept = list.IsJson ? "application/json" : new PageRequest(address).Accept }, ct);
                if (!first && turn.IsCounted && page.Failure is null && page.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                {
                    alarms.End("missing", address);
                    break;
                }

                var read = new CardReader(list, links).Read(page);
                if (read.Cards.Count == 0 && first && since is null) throw alarms.NoCourse(address, read);
                if (read.Items == 0 && !first)
                {
                    if (!turn.IsCounted) throw alarms.NoCourse(address, read);
                    alarms.End("empty", address);
                    break;
                }

                var cards = read.Cards.Where(card => seen.Add(card.Id)).ToList();
                if (cards.Count == 0 && !first && read.Cards.Count > 0)
                {
                    alarms.End("repeated", address);
                    break;
                }

                address = turn.After(page.Address, read, ++turned) is { } next ? Since(next) : null;
                yield return new CardPage(cards, read.Refusals, Marker(index, turned, address), list.At.Count == 1 ? read.Total : null) { Reserved = page.Rules.Reserved, Partial = since is not null };
                first = false;
            }

            (turned, resumed) = (0, null);
        }
    }

    private Uri Since(Uri address) => since is null || list.Changes is not { } changes
        ? address
        : PageTurn.With(address, changes.Parameter, changes.As.Replace("{}", since.Seen, StringComparison.Ordinal));

    private string? Marker(int index, int turned, Uri? next) => next is not null
        ? string.Create(CultureInfo.InvariantCulture, $"{index} {turned} {next.AbsoluteUri}")
        : index + 1 < list.At.Count ? string.Create(CultureInfo.InvariantCulture, $"{index + 1} 0 -") : null;

    private static (int Index, int Turned, Uri? Address) Place(string? marker) =>
        marker?.Split(' ') is [var index, var turned, var address] && int.TryParse(index, CultureInfo.InvariantCulture, out var list) && int.TryParse(turned, CultureInfo.InvariantCulture, out var pages)
            ? (list, pages, Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null)
            : (0, 0, null);
}
