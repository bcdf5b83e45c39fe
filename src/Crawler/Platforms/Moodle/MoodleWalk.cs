using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>Collects every course that the lists of one portal show, with the category that each stands in.</summary>
internal sealed class MoodleWalk(SourceDefinition source, MoodleVisitor visitor)
{
    // Far above any real category; a pager that never ends stops here.
    private const int LastPage = 500;

    private readonly Dictionary<long, MoodleBox> boxes = [];
    private bool chooserSeen;

    public MoodleCategories Categories { get; } = new();

    public async Task<IReadOnlyCollection<MoodleBox>> ReadAsync(CancellationToken ct)
    {
        await ReadIndexAsync(ct);
        for (var i = 0; i < Categories.Ids.Count; i++)
        {
            var category = Categories.Ids[i];
            if (Categories.Allows(category, source.Categories) || !chooserSeen) await ReadCategoryAsync(category, ct);
        }

        if (Categories.Unmatched(source.Categories) is [var missing, ..])
        {
            throw new ListingUnreliableException(
                $"{source.Address}: the portal shows no category «{missing}»; it may be renamed or hidden: correct `categories:` in {source.Name}.yml.");
        }

        await ReadFrontPageAsync(ct);
        return [.. boxes.Values.Where(box => Categories.Allows(box.Category, source.Categories))];
    }

    private async Task ReadIndexAsync(CancellationToken ct)
    {
        var address = source.At(MoodleAddresses.Categories);
        var index = await visitor.ListAsync(address, ct)
            ?? throw new ListingUnreliableException($"{address}: there is no list of courses here; check `address:` and `platform:` in {source.Name}.yml.");
        Learn(index);
        // A portal with a single category shows its courses at once.
        Take(index, index.Category);
        if (index.Boxes.Count > 0 && index.Next is not null && index.Category is { } only) await ReadPagesAsync(only, ct);
    }

    private async Task ReadCategoryAsync(long category, CancellationToken ct)
    {
        await ReadPagesAsync(category, ct);
        if (chooserSeen) return;
        // No page so far had the chooser that names all categories, so sub-categories must be looked for one by one.
        if (await visitor.ListAsync(source.At(MoodleAddresses.Category(category)), ct) is { } page) Learn(page);
    }

    private async Task ReadPagesAsync(long category, CancellationToken ct)
    {
        var seen = new HashSet<long>();
        for (var number = 0; number < LastPage; number++)
        {
            var page = await visitor.ListAsync(source.At(MoodleAddresses.Courses(category, number)), ct);
            if (page is null) return;
            Learn(page);
            Take(page, category);
            var known = seen.Count;
            seen.UnionWith(page.Boxes.Select(box => box.Id));
            // A theme that ignores the page number shows the same courses for ever.
            if (page.Next is null || seen.Count == known) return;
        }

        throw new ListingUnreliableException($"{source.At(MoodleAddresses.Courses(category, LastPage))}: the list of courses goes on after {LastPage} pages, as if it had no end; look at its paging in a browser and tell the portal's owner.");
    }

    // The front page may be a news page, a landing page of another system, or absent; only a failure makes the run incomplete.
    private async Task ReadFrontPageAsync(CancellationToken ct)
    {
        if (source.Categories.Count > 0 && boxes.Values.All(box => box.Complete)) return;
        var address = source.At("");
        var visit = await visitor.AskAsync(address, ct, mayBeClosed: true);
        if (visit is { Failure: null, IsGone: false } && visit.Address?.AbsolutePath != address.AbsolutePath)
        {
            visit = await visitor.AskAsync(source.At(MoodleAddresses.FrontPage), ct, mayBeClosed: true);
        }

        if (visit.Failure is { } failure) throw new ListingUnreliableException($"{address}: {failure} Nothing was changed; harvest again later.");
        if (visit.Content.Kind == MoodlePageKind.Listing) Take(visit.Content, null);
    }

    private void Learn(MoodlePage page)
    {
        chooserSeen |= page.AllCategories;
        Categories.Learn(page.Categories);
    }

    private void Take(MoodlePage page, long? category)
    {
        // A list that is not to be indexed says nothing of its courses, so that each is asked for its own page.
        var unlisted = page.Rules?.Indexing.NotListedBy is not null;
        foreach (var box in page.Boxes)
        {
            var placed = box with { Category = category ?? box.Category, Reserved = page.Rules?.Reserved == true ? true : null, Complete = box.Complete && !unlisted };
            boxes[box.Id] = boxes.TryGetValue(box.Id, out var known) ? known.With(placed) : placed;
        }
    }
}
