using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Handouts;

/// <summary>The paper of a handout; a poster is A3.</summary>
[JsonConverter(typeof(WireConverter<HandoutSize>))]
internal enum HandoutSize
{
    [JsonStringEnumMemberName("a4")] A4,
    [JsonStringEnumMemberName("a5")] A5,
    [JsonStringEnumMemberName("poster")] Poster,
}
