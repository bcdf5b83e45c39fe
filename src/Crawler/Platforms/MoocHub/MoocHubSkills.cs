using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.MoocHub;

/// <summary>What a course teaches by its own word: competences of DigComp as statements, skills of other frameworks as key words, fields of study as subjects. Pure.</summary>
internal sealed class MoocHubSkills
{
    private const int Most = 100;

    public MoocHubSkills(JsonElement course, string language)
    {
        var levels = MoocHubCourse.Many(course, "educationalLevel").ToList();
        var level = levels.Select(one => LevelOf(one, language)).FirstOrDefault(one => one is not null);
        foreach (var skill in MoocHubCourse.Many(course, "teaches").Concat(MoocHubCourse.Many(course, "skills")).Take(Most))
        {
            Take(Said(skill, language, level), Others);
        }

        foreach (var aligned in MoocHubCourse.Many(course, "educationalAlignment").Take(Most))
        {
            var teaches = aligned.Text("alignmentType") is null or "teaches" or "educationalSubject";
            if (teaches) Take(Said(aligned, language, level), aligned.Text("alignmentType") == "teaches" ? Others : Subjects);
        }

        Level = level ?? levels.Select(one => Words.Unescaped(LocalText.Of(one, language))).FirstOrDefault(one => one is not null);
    }

    /// <summary>Each competence once.</summary>
    public List<CompetenceStatement> Stated { get; } = [];

    public List<string> Others { get; } = [];

    public List<string> Subjects { get; } = [];

    public string? Level { get; }

    private void Take(SaidCompetence said, List<string> rest)
    {
        if (StatedCompetence.Of(said) is { } statement)
        {
            if (!Stated.Any(one => one.Framework == statement.Framework && one.Code == statement.Code)) Stated.Add(statement);
        }
        else if (Words.Unescaped(said.Name) is { } name)
        {
            rest.Add(name);
        }
    }

    private static SaidCompetence Said(JsonElement skill, string language, string? level) => skill.ValueKind == JsonValueKind.Object
        ? new SaidCompetence(
            skill.Local("educationalFramework", language),
            skill.Text("educationalFrameworkVersion"),
            skill.Text("shortCode") ?? skill.Text("code"),
            skill.Local("name", language) ?? skill.Local("targetName", language),
            skill.Text("url"),
            skill.Text("targetUrl"),
            LevelOf(skill.Member("educationalLevel"), language) ?? level)
        : new SaidCompetence(Name: LocalText.Of(skill, language));

    private static string? LevelOf(JsonElement? level, string language) =>
        StatedCompetence.LevelOf(level?.Text("shortCode")) ?? StatedCompetence.LevelOf(LocalText.Of(level, language));
}
