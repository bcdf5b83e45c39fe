using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>What somebody says of a course, as it is sent.</summary>
public record SaidVerdict
{
    /// <summary>The course by its number in the catalogue.</summary>
    public required string Course { get; init; }

    public required VerdictKind Verdict { get; init; }

    /// <summary>Code of DigComp 2.2; with confirm, reject and add.</summary>
    public string? Competence { get; init; }

    /// <summary>With set: a field of the course as answers name it, or <c>primary</c> or <c>context</c>.</summary>
    public string? Field { get; init; }

    /// <summary>With set: the field's value, null where nothing is known. With confirm without competence: the codes, the primary one first; those that stand where absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Value { get; init; }

    /// <summary>Why, for other librarians; never shown to readers.</summary>
    public string? Note { get; init; }
}

/// <summary>A verdict as it is kept; withdrawn where it no longer counts.</summary>
public sealed record CourseVerdict : SaidVerdict
{
    /// <summary>Rises with every verdict; of two on the same thing the higher one counts.</summary>
    public long Id { get; init; }

    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string? WithdrawnBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Whether two verdicts are on the same thing, so that the later one counts.</summary>
    public bool SameThing(SaidVerdict other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Course == other.Course && Field == other.Field && Competence == other.Competence
            && (Verdict is VerdictKind.Set or VerdictKind.Hide) == (other.Verdict is VerdictKind.Set or VerdictKind.Hide)
            && (Verdict == VerdictKind.Hide) == (other.Verdict == VerdictKind.Hide);
    }

    /// <summary>Whether they also say the same of it.</summary>
    public bool SaysTheSame(SaidVerdict other) => SameThing(other) && Verdict == other.Verdict && Raw(Value) == Raw(other.Value);

    private static string? Raw(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? null : value.GetRawText();
}
