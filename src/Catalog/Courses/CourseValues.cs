using System.Text.Json.Serialization;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>What learning and its certificate cost. The names in JSON are the wire values of every output and parameter.</summary>
[JsonConverter(typeof(WireConverter<Price>))]
public enum Price
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("free")] Free,
    [JsonStringEnumMemberName("free-to-study")] FreeToStudy,
    [JsonStringEnumMemberName("paid")] Paid,
}

/// <summary>How a learner gets into the course.</summary>
[JsonConverter(typeof(WireConverter<Access>))]
public enum Access
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("guest")] Guest,
    [JsonStringEnumMemberName("self")] Self,
    [JsonStringEnumMemberName("key")] Key,
    [JsonStringEnumMemberName("invitation")] Invitation,
}

/// <summary>Whether the learner or a calendar sets the pace.</summary>
[JsonConverter(typeof(WireConverter<CourseMode>))]
public enum CourseMode
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("self-paced")] SelfPaced,
    [JsonStringEnumMemberName("scheduled")] Scheduled,
}

/// <summary>What the learner holds at the end.</summary>
[JsonConverter(typeof(WireConverter<Credential>))]
public enum Credential
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("certificate")] Certificate,
    [JsonStringEnumMemberName("record")] Record,
    [JsonStringEnumMemberName("none")] None,
}

/// <summary>Whether a tutor or mentor helps the learner.</summary>
[JsonConverter(typeof(WireConverter<Tutor>))]
public enum Tutor
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("yes")] Yes,
    [JsonStringEnumMemberName("no")] No,
}

/// <summary>The four bands of the DigComp proficiency levels (1-2, 3-4, 5-6, 7-8).</summary>
[JsonConverter(typeof(WireConverter<Level>))]
public enum Level
{
    [JsonStringEnumMemberName("foundation")] Foundation,
    [JsonStringEnumMemberName("intermediate")] Intermediate,
    [JsonStringEnumMemberName("advanced")] Advanced,
    [JsonStringEnumMemberName("highly-specialised")] HighlySpecialised,
}

/// <summary>What the learner wants the competence for.</summary>
[JsonConverter(typeof(WireConverter<Context>))]
public enum Context
{
    [JsonStringEnumMemberName("basic")] Basic,
    [JsonStringEnumMemberName("professional")] Professional,
    [JsonStringEnumMemberName("personal")] Personal,
}

/// <summary>Where a course stands in its life: seen, not seen lately but still findable, or gone.</summary>
[JsonConverter(typeof(WireConverter<CourseState>))]
public enum CourseState
{
    [JsonStringEnumMemberName("active")] Active,
    [JsonStringEnumMemberName("missing")] Missing,
    [JsonStringEnumMemberName("retired")] Retired,
}

/// <summary>What the last link checks said of the course's address.</summary>
[JsonConverter(typeof(WireConverter<LinkHealth>))]
public enum LinkHealth
{
    [JsonStringEnumMemberName("unsure")] Unsure,
    [JsonStringEnumMemberName("ok")] Ok,
    [JsonStringEnumMemberName("moved")] Moved,
    [JsonStringEnumMemberName("gone")] Gone,
    [JsonStringEnumMemberName("blocked")] Blocked,
}
