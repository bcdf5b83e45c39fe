using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.OpenEdx;

namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Asks for the course list of an Open edX; where it is closed and the page looks like one, for its search and catalogue page.</summary>
internal sealed class OpenEdxProbe(PlatformTrial trial) : IProbe
{
    private const int Sample = 6;
    private static readonly string[] Marks = ["/courses/course-v1:", "edx-platform", "openedx", "/static/indigo", "lms-main-v1"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        var address = site.At("api/courses/v1/courses/?page_size=100");
        var page = await site.GetAsync(address, "application/json", ct);
        if (Listed(page) is { } listed)
        {
            return
            [
                new("Open edX", address, ProbeStatus.Of(page), string.Create(CultureInfo.InvariantCulture, $"the course list interface, {listed} course runs"))
                {
                    Courses = listed,
                    Draft = listed == 0 ? null : Draft(site),
                },
            ];
        }

        var closed = new ProbeFinding("Open edX", address, ProbeStatus.Of(page), "no course list");
        if (!Array.Exists(Marks, mark => site.Text.Contains(mark, StringComparison.Ordinal))) return [closed];
        var look = await trial.RunAsync(site.As("openedx", site.Root), site.Fetcher, Sample, ct);
        return
        [
            closed,
            new("Open edX", site.Root, ProbeStatus.Of(site.Home), look.Courses == 0 ? $"looks like one, but shows no course: {look.Failure}" : $"its search or catalogue page, {look.Count}")
            {
                Courses = look.Courses,
                Draft = look.Courses == 0 ? null : Draft(site),
                Remedy = look.Courses > 0 ? null : "This looks like an Open edX. Ask its owner to open /api/courses/v1/courses/ to visitors.",
            },
        ];
    }

    private static SourceDraft Draft(ProbedSite site) => new("openedx", site.Root, Standing.OpenEdx)
    {
        Unknown = ["What a course costs: the interface does not say."],
    };

    private static int? Listed(Page page)
    {
        if (!page.IsSuccess) return null;
        try
        {
            using var json = Answers.Json(page);
            if (OpenEdxReader.Page(json.RootElement, page.Address) is not { } list) return null;
            var paging = json.RootElement.Member("pagination") ?? json.RootElement;
            return paging.Member("count") is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var all) && list.Runs.Count > 0 ? Math.Max(all, list.Runs.Count) : list.Runs.Count;
        }
        catch (ListingUnreliableException)
        {
            return null;
        }
    }
}
