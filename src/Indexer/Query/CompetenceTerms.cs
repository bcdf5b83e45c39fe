using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Indexer.Query;

/// <summary>
/// The terms under which a course is found by the code of a competence. They hold a colon, which no term of the text analysis has.
/// </summary>
internal static partial class CompetenceTerms
{
    /// <summary>The term of a code in a framework.</summary>
    public static string Of(string framework, string code) => $"{framework}:{code}";

    /// <summary>The term for typed text that is a competence code of the framework; null for anything else. A bare area number is only a number.</summary>
    public static string? Read(Frameworks frameworks, string framework, string typed) =>
        Shape().IsMatch(typed) && frameworks.Find(framework)?.Competences.FirstOrDefault(competence => competence.Code == typed.TrimEnd('.')) is { } known
            ? Of(framework, known.Code)
            : null;

    [GeneratedRegex(@"^\w{1,3}(\.\d{1,2}){1,2}\.?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
