using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Indexer;

/// <summary>What courses can be narrowed by. The wire names are the parameters of the search API and the keys of its facet counts.</summary>
[JsonConverter(typeof(WireConverter<Facet>))]
public enum Facet
{
    [JsonStringEnumMemberName("area")] Area,
    [JsonStringEnumMemberName("competence")] Competence,
    [JsonStringEnumMemberName("level")] Level,
    [JsonStringEnumMemberName("context")] Context,
    [JsonStringEnumMemberName("language")] Language,
    [JsonStringEnumMemberName("subtitle")] Subtitle,
    [JsonStringEnumMemberName("provider")] Provider,
    [JsonStringEnumMemberName("source")] Source,
    [JsonStringEnumMemberName("price")] Price,
    [JsonStringEnumMemberName("access")] Access,
    [JsonStringEnumMemberName("mode")] Mode,
    [JsonStringEnumMemberName("credential")] Credential,
    [JsonStringEnumMemberName("tutor")] Tutor,

    /// <summary>By workload, else duration: <c>short</c> (up to 3 hours), <c>medium</c> (up to 20), <c>long</c>, <c>unknown</c>.</summary>
    [JsonStringEnumMemberName("duration")] Duration,

    /// <summary>On the day of the question: <c>now</c> (self-paced or running), <c>upcoming</c>, <c>past</c>, <c>unknown</c>.</summary>
    [JsonStringEnumMemberName("start")] Start,
    [JsonStringEnumMemberName("link")] Link,
    [JsonStringEnumMemberName("state")] State,
}

/// <summary>The order of hits; equal ones follow by id.</summary>
[JsonConverter(typeof(WireConverter<SortOrder>))]
public enum SortOrder
{
    [JsonStringEnumMemberName("relevance")] Relevance,
    [JsonStringEnumMemberName("newest")] Newest,
    [JsonStringEnumMemberName("start")] Start,
    [JsonStringEnumMemberName("duration")] Duration,
    [JsonStringEnumMemberName("title")] Title,
    [JsonStringEnumMemberName("id")] Id,
}
