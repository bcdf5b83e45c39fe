using System.Globalization;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Probing.Cards;
using DcCourseIndex.Crawler.Probing.Writing;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Looks for a list of courses on the given page and on those that it calls its courses, and writes the recipe that reads it.</summary>
internal sealed class CardProbe(PlatformTrial trial, DraftReading reading) : IProbe
{
    private const int MostLists = 2;
    private const int Sample = 3;
    private static readonly string[] Wanted = ["level", "price", "language", "workload"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        if (site.Document is null) return [];
        var findings = new List<ProbeFinding>();
        foreach (var address in Lists(site))
        {
            var page = await site.GetAsync(address, new PageRequest(address).Accept, ct);
            findings.Add(await OnAsync(site, page, ct));
        }

        return findings;
    }

    // A page called «courses» is the whole list more often than the home page with its newest three.
    private static IEnumerable<Uri> Lists(ProbedSite site) => site.Links
        .Where(link => CourseWords.InPath(link.Address.AbsolutePath) || CourseWords.InText(link.Text))
        .Select(link => link.Address)
        .Where(address => address.Query.Length == 0 && !CourseWords.IsFile(address.AbsolutePath))
        .OrderBy(address => address.AbsolutePath.Count(letter => letter == '/')).ThenBy(address => address.AbsolutePath.Length)
        .Take(MostLists)
        .Prepend(site.Home.Address)
        .DistinctBy(address => address.AbsoluteUri.TrimEnd('/'));

    private async Task<ProbeFinding> OnAsync(ProbedSite site, Page page, CancellationToken ct)
    {
        var none = new ProbeFinding("HTML", page.Address, ProbeStatus.Of(page), "no list of courses");
        if (!page.IsSuccess || !site.Owns(page.Address)) return none;
        try
        {
            using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
            if (CardShapes.Of(document, page.Address, site.Owns) is not { } shape) return none;
            var (isDescribed, labels) = await CourseAsync(site, shape.Path.Addresses[0], ct);
            var draft = new SourceDraft("recipe", site.Root, isDescribed ? Standing.DescribedPages : Standing.Cards)
            {
                Recipe = CardRecipe.Lines(shape, page.Address.PathAndQuery, isDescribed, labels),
                Unknown = [.. Unknown(shape, labels, isDescribed)],
            };
            return await TriedAsync(site, none with { What = "" }, draft, shape, ct);
        }
        catch (ListingUnreliableException)
        {
            return none;
        }
    }

    private async Task<ProbeFinding> TriedAsync(ProbedSite site, ProbeFinding finding, SourceDraft draft, CardShape shape, CancellationToken ct)
    {
        var text = SourceFileText.Of(site.As(draft), finding with { Draft = draft }, [], DateOnly.MinValue);
        var look = await trial.RunAsync(site.As(draft) with { Recipe = reading.Read(text, site.As(draft).Name).Recipe }, site.Fetcher, 1 + Sample, ct);
        var count = shape.Path.Addresses.Count;
        return look.Courses == 0
            ? finding with { What = $"a list that could not be read as courses: {look.Failure}", Courses = 0 }
            : finding with { What = string.Create(CultureInfo.InvariantCulture, $"a list of {count} courses («{shape.Items}»)"), Courses = count, Draft = draft };
    }

    // How a course's own page tells what it is: as schema.org does, by labels, or only to people.
    private static async Task<(bool IsDescribed, LabelShape? Labels)> CourseAsync(ProbedSite site, Uri course, CancellationToken ct)
    {
        var page = await site.GetAsync(course, new PageRequest(course).Accept, ct);
        if (!page.IsSuccess) return (false, null);
        using var document = PageMarkup.Parse(PageText.Decode(page).Text, page.Address);
        return (CoursePageReader.ReadAll(page, "page", anyPage: false).Count > 0, LabelShape.Of(document));
    }

    private static IEnumerable<string> Unknown(CardShape shape, LabelShape? labels, bool isDescribed)
    {
        if (shape.Paging is null) yield return "Whether the list goes on: no link to a next page was seen.";
        string[] missing = [.. Wanted.Where(field => labels?.Fields.Any(known => known.Field == field) != true && !(field == "price" && shape.Price is not null))];
        if (missing.Length > 0 && !isDescribed) yield return $"Where a course's page tells its {string.Join(", ", missing)}; add ways to them under detail: fields: (docs/recipes.md).";
    }
}
