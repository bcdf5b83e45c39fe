using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Whether a node lives, was stopped, or has been silent for longer than a lease lasts.</summary>
[JsonConverter(typeof(WireConverter<NodeState>))]
public enum NodeState
{
    [JsonStringEnumMemberName("alive")] Alive,
    [JsonStringEnumMemberName("stopped")] Stopped,
    [JsonStringEnumMemberName("silent")] Silent,
}
