using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;

namespace DcCourseIndex.Host.Terminal;

/// <summary>The nodes on one catalogue as lines of data: a line each, with what it runs just now.</summary>
internal static class NodeText
{
    /// <summary>A clock that is further from the server's than this is worth a word.</summary>
    private const long TolerableMs = 5_000;

    public static void Print(ServiceState state)
    {
        foreach (var node in state.Nodes)
        {
            Terminals.Say(Line(node, [.. state.Sources.Where(source => source.Reports is [{ State: RunState.Open, EndedAt: null } run, ..] && run.Node == node.Node).Select(source => source.Name)]));
        }
    }

    internal static string Line(NodeSign node, IReadOnlyList<string> runs) => string.Create(
        CultureInfo.InvariantCulture,
        $"Node {node.Node}: {node.Roles}; {Wire.Name(node.State)}, last sign of life {node.SeenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC{Runs(node, runs)}{Clock(node)}");

    private static string Runs(NodeSign node, IReadOnlyList<string> runs) =>
        node.State != NodeState.Alive || runs.Count == 0 || !node.Roles.Contains(Wire.Name(Roles.Role.Crawl), StringComparison.Ordinal) ? "" : $"; runs {string.Join(", ", runs)}";

    private static string Clock(NodeSign node) => Math.Abs(node.AheadMs) <= TolerableMs
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"; its clock is {Math.Abs(node.AheadMs) / 1000} s {(node.AheadMs > 0 ? "ahead of" : "behind")} the server's: set it right");
}
