using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>What a key opens. None contains another: a key that is to do two things names both.</summary>
[JsonConverter(typeof(WireConverter<Scope>))]
public enum Scope
{
    /// <summary>Reading what everybody may read, under a limit of the key's own.</summary>
    [JsonStringEnumMemberName("read")] Read,

    /// <summary>A librarian's verdicts and the queue of what is to be looked at.</summary>
    [JsonStringEnumMemberName("curate")] Curate,

    /// <summary>What an operator does.</summary>
    [JsonStringEnumMemberName("operate")] Operate,
}
