using System.Text.Json.Serialization;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>What a source allows to be passed on of its courses: how much of the text, and whether the picture's address.</summary>
public sealed record PassingOn(PassedText Text, bool Image);

/// <summary>How much of summary and description answers, pages and exports may hold.</summary>
[JsonConverter(typeof(WireConverter<PassedText>))]
public enum PassedText
{
    [JsonStringEnumMemberName("full")] Full,

    /// <summary>The beginning, at most <see cref="PassedOnCourse.ExcerptLength"/> characters.</summary>
    [JsonStringEnumMemberName("excerpt")] Excerpt,
    [JsonStringEnumMemberName("none")] None,
}
