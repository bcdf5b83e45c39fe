using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>Says why a new portal cannot be harvested, and what somebody can do.</summary>
internal static class ProbeRefusal
{
    /// <summary>The given address gives nothing to go on; null where it does.</summary>
    public static string? Of(Page home, ProbeWish wish)
    {
        if (home.Failure is { Kind: FailureKind.ForbiddenAddress } forbidden && !wish.AllowPrivateAddress && home.Redirects.Count == 0)
        {
            return $"{forbidden.Message} If the portal lies in the library's own network, look again with --allow-private-address.";
        }

        if (home.Failure is { } failure) return failure.Message;
        return (int)home.Status switch
        {
            401 or 403 => $"{home.Address}: the portal does not let us in ({(int)home.Status}); ask its owner.",
            >= 500 => $"{home.Address}: the portal is out of order ({(int)home.Status}); look again later.",
            _ => null,
        };
    }

    /// <summary>The portal answered, and no interface shows a course.</summary>
    public static string Nothing(Page home, IReadOnlyList<ProbeFinding> findings, string name)
    {
        string[] remedies = [.. findings.Select(finding => finding.Remedy).OfType<string>().Distinct()];
        var why = home.IsSuccess ? Why(home) : $"The page answered {(int)home.Status}.";
        string[] sentences = [$"{home.Address}: no interface shows a course.", .. why is null ? Array.Empty<string>() : [why], .. remedies];
        return $"{string.Join(' ', sentences)} {(remedies.Length > 0 ? "Or look" : "Look")} again with the address of the page that lists the courses, ask the owner for a list of them, "
            + $"or take a file from him: `dccourseindex import FILE.ndjson --source {name}`.";
    }

    private static string? Why(Page home)
    {
        using var document = PageMarkup.Parse(PageText.Decode(home).Text, home.Address);
        return PageWithoutCourses.Why(document.DocumentElement);
    }
}
