using DcCourseIndex.SearchApi.Parameters;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>What stands in the braces of addresses, once for the document and for the page of examples.</summary>
internal static class PathParameters
{
    private static readonly Parameter Course = new("id", "The id of a course, as answers give it.") { Example = "prometheus.DC101" };
    private static readonly Parameter Source = new("name", "The name of a source, as /api/v1/sources gives it.") { Example = "prometheus" };
    private static readonly Parameter Run = new("id", "The number of a run, as the runs of its source are listed.") { Example = "1" };
    private static readonly Parameter List = new("id", "The number of a list, as its page's address has it.") { Example = "k7n2q4xw" };
    private static readonly Parameter Verdict = new("id", "The number of a verdict, as the list of verdicts gives it.") { Example = "1" };

    /// <summary>Null for braces that nobody has described yet.</summary>
    public static Parameter? Of(string pattern, string name) =>
        !pattern.Contains($"{{{name}}}", StringComparison.Ordinal) ? null
        : pattern.StartsWith("/api/v1/courses/", StringComparison.Ordinal) && name == "id" ? Course
        : pattern.StartsWith("/api/v1/sources/", StringComparison.Ordinal) ? name == "name" ? Source : name == "id" ? Run : null
        : pattern.StartsWith("/api/v1/lists/", StringComparison.Ordinal) ? List
        : pattern.StartsWith("/api/v1/verdicts/", StringComparison.Ordinal) ? Verdict
        : null;

    /// <summary>The pattern with examples in place of its braces.</summary>
    public static string Filled(string pattern)
    {
        foreach (var name in new[] { "name", "id" })
        {
            if (Of(pattern, name)?.Example is { } example)
                pattern = pattern.Replace($"{{{name}}}", example, StringComparison.Ordinal);
        }
        return pattern;
    }
}
