using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Probing;
using DcCourseIndex.Crawler.Probing.Writing;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Work;

/// <summary>
/// The orders about new portals: one is looked at by its address, and what the look proposed becomes a source, or stops being one. What was proposed
/// stands in the answer to the first order and is taken from there, so that nobody can put another file in its place.
/// </summary>
public sealed class PortalOrders(
    AddressProbe probe, SourceCheck check, AddedSources added, KnownSources sources, WorkRequests requests, IReadOnlyDictionary<string, ICoursePlatform> platforms)
{
    private const int Previewed = 10;
    private const int LongestSummary = 300;

    /// <summary>Asks a portal by every interface, then reads its first page of courses by the file that came of it. A portal inside the own network is refused: such a one needs a file by the operator's hand.</summary>
    public Task<WorkAnswer> LookAsync(WorkOrder order, CancellationToken ct)
    {
        if (order.Address is null || ProbeWish.Of(order.Address) is not { } wish)
        {
            return Task.FromResult(WorkAnswer.Refused("This is no address of a portal; write it as a browser shows it, without name and password, such as https://portal.example.edu.ua."));
        }

        return LookAsync(wish with { Name = Free(SourceName.Of(wish.Address)), Enable = true }, ct);
    }

    /// <summary>The same for a wish with a name.</summary>
    internal async Task<WorkAnswer> LookAsync(ProbeWish wish, CancellationToken ct)
    {
        var report = await probe.LookAsync(wish, ct);
        var proposal = new PortalProposal(report.Name, wish.Address.AbsoluteUri, report.Requests)
        {
            FileText = report.FileText,
            Trouble = report.Refusal,
            Answers = [.. report.Findings.Select(finding => new PortalAnswer(finding.Interface, finding.Asked.AbsoluteUri, finding.Status, finding.What, finding.Courses))],
            SameHost = [.. sources.Where(source => source.Address is { } address && address.Authority == wish.Address.Authority).Select(source => source.Name)],
        };
        if (report.FileText is null)
        {
            return new WorkAnswer(1, [], report.Refusal, Portal: proposal);
        }

        var draft = new DraftReading(platforms).Read(report.FileText, report.Name) with { Recorded = wish.Recorded };
        var look = await check.LookAsync(draft, null, ct);
        return new WorkAnswer(look.Failure is null ? 0 : 1, [], look.Failure, Portal: proposal with
        {
            Requests = report.Requests + look.Fetched.Requests,
            Trouble = look.Failure,
            Courses = [.. look.Courses.Take(Previewed).Select(Shown)],
            Advice = [.. CheckAdvice.Of(draft, look)],
        });
    }

    /// <summary>Makes a source of what an earlier order proposed; it is harvested from its next hour on.</summary>
    public async Task<WorkAnswer> AddAsync(WorkOrder order, CancellationToken ct)
    {
        if (await requests.FindAsync(order.Request, ct) is not { Verb: WorkOrder.Look, State: RequestState.Done, Answer: { } answer } || WorkAnswer.FromJson(answer).Portal is not { FileText: { } text } proposal)
        {
            return WorkAnswer.Refused($"Request {order.Request} proposed no source. Look at the portal's address first.");
        }

        if (sources.Any(source => source.Name == proposal.Name))
        {
            return WorkAnswer.Refused($"There is a source «{proposal.Name}» already. Look at the address again; the source gets another name.");
        }

        var set = SourceFiles.Read(proposal.Name, text, platforms.Keys.ToHashSet(StringComparer.Ordinal));
        if (set.Sources is not [var source])
        {
            return WorkAnswer.Refused($"The proposed file is not sound any more; look at the address again. {string.Join(' ', set.Problems)}");
        }

        if (!await added.AddAsync(proposal.Name, text, order.By ?? "desk", ct))
        {
            return WorkAnswer.Refused($"There is a source «{proposal.Name}» already.");
        }

        // Whoever follows what was added may have been quicker.
        await sources.AddAsync(source);
        return new WorkAnswer(0, [], $"«{proposal.Name}» is a source now.");
    }

    /// <summary>Lets go of sources that were added so; their courses stay as they are.</summary>
    public async Task<WorkAnswer> DropAsync(WorkOrder order, CancellationToken ct)
    {
        if (order.Sources is not [var name] || !await added.RemoveAsync(name, ct))
        {
            return WorkAnswer.Refused("No source of that name was added from the pages. One of a file goes with its file.");
        }

        await sources.RemoveAsync(name);
        return new WorkAnswer(0, [], $"«{name}» is no source any more; its courses stay until they are withdrawn.");
    }

    private string Free(string name)
    {
        var free = name;
        for (var number = 2; sources.Any(source => source.Name == free); number++)
        {
            var end = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{number}");
            free = name[..Math.Min(name.Length, SourceName.Longest - end.Length)] + end;
        }

        return free;
    }

    private static PortalCourse Shown(HarvestEntry entry) => new(
        entry.Course.Title,
        entry.Course.Url,
        entry.Course.Summary.Length <= LongestSummary ? entry.Course.Summary : string.Concat(entry.Course.Summary.AsSpan(0, LongestSummary), "…"),
        [.. entry.Tagging.Competences.Select(one => one.Code)]);
}
