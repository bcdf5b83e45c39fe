using DcCourseIndex.Catalog.Courses;
using System.Text.Json.Serialization;

namespace DcCourseIndex.Host.Roles;

/// <summary>A part of the service that one process at a time holds on a data folder.</summary>
[JsonConverter(typeof(WireConverter<Role>))]
public enum Role
{
    [JsonStringEnumMemberName("crawl")] Crawl,
    [JsonStringEnumMemberName("index")] Index,
    [JsonStringEnumMemberName("search")] Search,
}
