using System.Runtime.CompilerServices;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Any portal that a source file describes under <c>recipe:</c>: HTML by selectors or JSON by paths, a list with or without the courses' own pages.</summary>
public sealed class RecipePlatform : ICoursePlatform
{
    public string Name => "recipe";

    /// <inheritdoc/>
    public IEnumerable<ConfigProblem> Check(SourceDefinition source)
    {
        foreach (var problem in SourceAddress.Check(source)) yield return problem;
        if (source.TokenVariable is not null) yield return new ConfigProblem(source.File, null, "`token:` is not known to a recipe, which asks as everybody does; remove it.");
        if (source.Categories.Count > 0) yield return new ConfigProblem(source.File, null, "`categories:` is not known to a recipe; write the addresses of the lists under recipe: list: at:, or which addresses are courses under recipe: links:.");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListingPage> ReadAsync(SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        var recipe = source.Recipe ?? throw new ListingUnreliableException($"{source.Name}: the source has no recipe; write `recipe:` into its file.");
        var links = new CourseLinks(source, recipe.Links);
        var visits = new CardVisits(source, recipe, links, fetcher);
        var walk = recipe.List is null ? null : new ListWalk(source, recipe, links, fetcher);
        var reasons = new List<string>();
        var whole = true;
        // What is tried next is tried only where the one before showed no course at all.
        foreach (var step in Steps(recipe, marker))
        {
            var from = marker is [_, ' ', .. var rest] ? rest : null;
            await using var pages = (step == 's' ? new SitemapCards(source, links, fetcher).ReadAsync(from, ct) : walk!.ReadAsync(from, ct)).GetAsyncEnumerator(ct);
            if (!await BeginsAsync(pages, reasons)) continue;
            do
            {
                await foreach (var page in visits.ReadAsync(pages.Current with { Marker = pages.Current.Marker is { } at ? $"{step} {at}" : null }, ct))
                {
                    // Only what was read without a gap may be left out next time.
                    whole &= page.Refusals.Count == 0;
                    yield return page;
                }
            }
            while (await pages.MoveNextAsync());
            if (whole && step == 'l' && walk!.Bookmark is { } bookmark) yield return new ListingPage([], []) { Bookmark = bookmark, Partial = walk.IsPartial };
            yield break;
        }

        if (marker is null) throw new ListingUnreliableException(string.Join(" ", reasons));
    }

    // A run goes on with what it began with.
    private static IEnumerable<char> Steps(SourceRecipe recipe, string? marker) => marker is [var begun, ' ', ..]
        ? [begun]
        : recipe.Order.Where(step => step != "json-ld").Select(step => step == "sitemap" ? 's' : 'l').Where(step => step == 's' || recipe.List is not null).Distinct();

    private static async Task<bool> BeginsAsync(IAsyncEnumerator<CardPage> pages, List<string> reasons)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (ListingUnreliableException e)
        {
            reasons.Add(e.Message);
            return false;
        }
    }
}
