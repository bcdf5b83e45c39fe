using System.Runtime.CompilerServices;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>A platform that lists as many invented courses as a test says, or the pages that it says; for what a list can say on any platform.</summary>
internal sealed class ListedPlatform : ICoursePlatform
{
    private const int PageSize = 50;

    public static readonly SourceDefinition Source = new() { Name = "listed", Title = "Вигаданий перелік", Platform = "listed", Trusted = true, File = "listed.yml" };

    public int Listed { get; set; }

    /// <summary>Comes in place of the courses; null: the courses.</summary>
    public IReadOnlyList<ListingPage>? Then { get; set; }

    /// <summary>Ends the list with this sentence after its pages; null: it ends well.</summary>
    public string? Failure { get; set; }

    /// <summary>Called before each page, with its number from 0.</summary>
    public Action<int>? Before { get; set; }

    public string Name => "listed";

    public static RawListing Course(int number, string title = "Курс") => new()
    {
        Id = $"{number}",
        Title = $"{title} {number}",
        Url = $"https://listed.example/{number}",
        Summary = $"Вигаданий курс номер {number}.",
    };

    public static IEnumerable<RawListing> Courses(int count, string title = "Курс") => Enumerable.Range(1, count).Select(number => Course(number, title));

    public IEnumerable<ConfigProblem> Check(SourceDefinition source) => [];

    public async IAsyncEnumerable<ListingPage> ReadAsync(
        SourceDefinition source, IPageFetcher fetcher, string? marker, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var pages = Then ?? [.. Courses(Listed).Chunk(PageSize).Select((page, i) => new ListingPage(page, [], $"{i + 1}")).DefaultIfEmpty(new ListingPage([], []))];
        for (var i = marker is null ? 0 : int.Parse(marker, System.Globalization.CultureInfo.InvariantCulture); i < pages.Count; i++)
        {
            Before?.Invoke(i);
            ct.ThrowIfCancellationRequested();
            yield return pages[i];
        }

        if (Failure is not null)
        {
            throw new ListingUnreliableException(Failure);
        }
    }
}
