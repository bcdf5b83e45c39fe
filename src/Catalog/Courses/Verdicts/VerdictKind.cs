using System.Text.Json.Serialization;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>What a librarian can say of a course.</summary>
[JsonConverter(typeof(WireConverter<VerdictKind>))]
public enum VerdictKind
{
    /// <summary>A competence is right; without one: exactly these competences are right, now and after every later tagging.</summary>
    [JsonStringEnumMemberName("confirm")] Confirm,

    /// <summary>A competence is wrong; without one: the course has none.</summary>
    [JsonStringEnumMemberName("reject")] Reject,

    /// <summary>A competence is missing.</summary>
    [JsonStringEnumMemberName("add")] Add,

    /// <summary>A field has another value than the portal or the tagger says.</summary>
    [JsonStringEnumMemberName("set")] Set,

    /// <summary>The course is not to be found.</summary>
    [JsonStringEnumMemberName("hide")] Hide,
}
