using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Links;

/// <summary>Looks at one host's links one after another, and asks the host itself where the links alone cannot be trusted.</summary>
internal sealed class HostCheck(HostFetchers fetchers, IReadOnlyList<CourseLink> ofHost, Func<CourseLink, CancellationToken, Task<bool>> mayAsk)
{
    private const int MuteInARow = 3;
    private const int Controls = 2;

    private readonly List<LinkLook> looks = [];

    /// <summary>Whether anything on the host answered.</summary>
    public bool Answered => looks.Exists(look => !look.IsMute);

    /// <summary>
    /// Looks at the planned links. <paramref name="plain"/> takes looks that nothing later can change, as they come; what is returned
    /// had to wait for the host's other answers. Cancelling leaves the rest for another night, and throws.
    /// </summary>
    public async Task<IReadOnlyList<LinkLook>> RunAsync(IReadOnlyList<CourseLink> planned, Func<LinkLook, Task> plain, CancellationToken ct)
    {
        var mute = 0;
        foreach (var link in planned)
        {
            if (!await mayAsk(link, ct))
            {
                continue;
            }

            var look = await LookAsync(link, ct);
            if (IsPlain(look))
            {
                await plain(look);
            }

            mute = look.IsMute ? mute + 1 : 0;
            if (mute >= Math.Min(MuteInARow, ofHost.Count))
            {
                break;
            }
        }

        if (!Answered)
        {
            return looks.Count > 0 && looks.TrueForAll(look => look.Sight == LinkSight.Silent) ? [.. looks, .. OthersOfSilent()] : looks;
        }

        return [.. (await JudgeHostAsync(ct)).Where(look => !IsPlain(look))];
    }

    /// <summary>What no other answer of the host can change: everything but absence, silence and anonymous pages.</summary>
    private static bool IsPlain(LinkLook look) =>
        !look.IsMute && look.Anonymous is null && look.Sight is not (LinkSight.Absent or LinkSight.Silent);

    private async Task<LinkLook> LookAsync(CourseLink link, CancellationToken ct)
    {
        var look = Uri.TryCreate(link.Address, UriKind.Absolute, out var address)
            ? LinkReading.Read(link, await fetchers.FetchAsync(link, address, ct))
            : new LinkLook(link, LinkSight.Unclear, $"«{link.Address}» is no web address; correct it at the portal.");
        looks.Add(look);
        return look;
    }

    // A dead host is one fact, learnt by a few requests; it holds for all its courses.
    private IEnumerable<LinkLook> OthersOfSilent() => ofHost
        .Where(link => looks.TrueForAll(look => look.Link.CourseId != link.CourseId))
        .Select(link => looks[0] with { Link = link });

    private async Task<IReadOnlyList<LinkLook>> JudgeHostAsync(CancellationToken ct)
    {
        var doubtful = looks.Exists(look => look.Sight == LinkSight.Absent || look.Anonymous is not null);
        if (doubtful && !looks.Exists(HostVerdict.IsThere))
        {
            await AskControlsAsync(ct);
        }

        IReadOnlyList<LinkLook> judged = looks;
        if (looks.Find(look => look.Anonymous is not null) is { } anonymous)
        {
            var unheard = Places.Beside(new Uri(anonymous.Link.Address), $"x{Guid.NewGuid():N}");
            var page = await fetchers.FetchAsync(anonymous.Link, unheard, ct);
            if (page.IsSuccess)
            {
                judged = HostVerdict.OfUnheard(judged, LinkReading.Common(PageWords.Of(page), page.Address));
            }
        }

        var front = judged.Any(look => look.Sight == LinkSight.Absent)
            && !judged.Any(HostVerdict.IsThere)
            && ofHost.Count < HostVerdict.Many
            && (await fetchers.FetchAsync(looks[0].Link, new Uri(new Uri(looks[0].Link.Address), "/"), ct)).IsSuccess;
        return HostVerdict.OfAbsence(judged, front, ofHost.Count);
    }

    /// <summary>Asks pages that were well the last time, so that a broken host is not taken for absent pages.</summary>
    private async Task AskControlsAsync(CancellationToken ct)
    {
        var well = ofHost
            .Where(link => link.History.Class is LinkHealth.Ok or LinkHealth.Moved && looks.TrueForAll(look => look.Link.CourseId != link.CourseId))
            .OrderByDescending(link => link.History.CheckedAt)
            .Take(Controls);
        foreach (var link in well)
        {
            if (await mayAsk(link, ct) && HostVerdict.IsThere(await LookAsync(link, ct)))
            {
                return;
            }
        }
    }
}
