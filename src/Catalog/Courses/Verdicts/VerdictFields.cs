using System.Text.Json;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>The fields that a librarian may set, by their names in answers.</summary>
public static class VerdictFields
{
    /// <summary>The competence with the most content: a field of the tagging.</summary>
    public const string Primary = "primary";

    /// <summary>The learner's purpose: a field of the tagging.</summary>
    public const string Context = "context";

    /// <summary>Stated by the portal or inferred by the tagger; set for both.</summary>
    public const string Level = "level";

    /// <summary>What overrides are called where competences were confirmed as a whole, rejected or added.</summary>
    public const string Competences = "competences";

    private static readonly string[] NotTheirs = ["id", "source", "sourceId", "passingOn"];

    /// <summary>Those of the record itself: all but its identity and what its source allows.</summary>
    public static readonly IReadOnlyList<string> OfCourse =
        [.. typeof(Course).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Except(NotTheirs)];

    public static readonly IReadOnlyList<string> All = [.. OfCourse, Context, Primary];

    /// <summary>The fields without which there is no course.</summary>
    public static bool IsNeeded(string field) => field is "title" or "url";
}
