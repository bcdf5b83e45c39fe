using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>Says a tagging in the codes of another framework. One code may become several; of several that become one, the surest stays.</summary>
internal sealed class CompetenceCodes(Frameworks frameworks)
{
    public IReadOnlyList<Assignment> Translate(Tagging tagging, string framework) =>
    [
        .. tagging.Competences
            .SelectMany(assignment => frameworks.FromDigComp22(framework, assignment.Code).Select(code => assignment with { Code = code }))
            .GroupBy(assignment => assignment.Code)
            .Select(same => same.MaxBy(assignment => assignment.Confidence)!)
            .OrderByDescending(assignment => assignment.Confidence),
    ];

    /// <summary>The first code of the primary competence; null where the framework has nothing like it.</summary>
    public string? Primary(Tagging tagging, string framework) =>
        tagging.Primary is { } primary && frameworks.FromDigComp22(framework, primary) is [var first, ..] ? first : null;

    public static string Label(Framework framework, string code, string lang) =>
        framework.Competences.FirstOrDefault(competence => competence.Code == code)?.Name.In(lang)
        ?? framework.Areas.FirstOrDefault(area => area.Code == code)?.Name.In(lang)
        ?? code;
}
