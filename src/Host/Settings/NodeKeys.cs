using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Settings;

/// <summary>The settings under <c>node</c>: what counts where several nodes work on one catalogue.</summary>
internal static class NodeKeys
{
    public static readonly IReadOnlyList<SettingsKey> All =
    [
        new("node.name", "", "name of this node in reports and «status» where several work on one catalogue; empty: the name of the machine",
            (settings, text) => text.Length == 0 ? (settings, null)
                : text.Length <= 60 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_')
                    ? (settings with { Node = settings.Node with { Name = text } }, null)
                    : (settings, "is not up to 60 of a-z, A-Z, 0-9, hyphen, point and underscore")),
        new("node.lease", "60s", "silence of a node after which others take over what it did; the same on all nodes (2s to 10m)",
            (settings, text) => LongTime.Read(text) is { } time && time >= TimeSpan.FromSeconds(2) && time <= TimeSpan.FromMinutes(10)
                ? (settings with { Node = settings.Node with { Times = new LeaseTimes(time) } }, null)
                : (settings, "is not a time from 2s to 10m")),
    ];
}
