using System.Text.RegularExpressions;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Refusals of one reason: how many, and the first three as examples. What differs from listing to listing stands in the reason as «…».</summary>
public sealed record RefusalGroup(string Reason, int Count, IReadOnlyList<Refusal> Examples);

/// <summary>Puts refusals together by their reason, so that four hundred lines become three. Pure.</summary>
public static partial class RefusalGroups
{
    private const int ExamplesShown = 3;
    private const int GroupsKept = 50;

    /// <summary>The commonest reason first; of very many reasons the fifty commonest.</summary>
    public static IReadOnlyList<RefusalGroup> Of(IEnumerable<Refusal> refusals) =>
    [
        .. refusals
            .GroupBy(refusal => Common(refusal.Reason), StringComparer.Ordinal)
            .Select(group => new RefusalGroup(group.Key, group.Count(), [.. group.Take(ExamplesShown)]))
            .OrderByDescending(group => group.Count).ThenBy(group => group.Reason, StringComparer.Ordinal)
            .Take(GroupsKept),
    ];

    private static string Common(string reason) => Varying().Replace(reason, match => match.Value[0] == '«' ? "«…»" : "…");

    // What portals and files wrote stands in guillemets; numbers are places.
    [GeneratedRegex(@"«[^«»]*»|(?<![A-Za-z0-9.-])\d+(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Varying();
}
