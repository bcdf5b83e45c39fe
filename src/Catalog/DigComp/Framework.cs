using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>A competence framework as data: areas, competences and levels with names in Ukrainian and English.</summary>
public sealed record Framework
{
    /// <summary>As in parameters: <c>digcomp-2.2</c>, <c>digcomp-3.0</c>, <c>digcomp-ua</c>, <c>digcompedu</c>.</summary>
    public required string Id { get; init; }
    public required LocalName Name { get; init; }

    /// <summary>Where the framework comes from and under which licence; shown beside it.</summary>
    public required string Attribution { get; init; }

    /// <summary><c>official</c>, <c>unofficial</c> or <c>draft</c>: what the Ukrainian names are.</summary>
    public required string UkrainianNames { get; init; }
    public required IReadOnlyList<CompetenceArea> Areas { get; init; }
    public required IReadOnlyList<Competence> Competences { get; init; }

    /// <summary>Proficiency levels, lowest first; empty where the framework names none.</summary>
    public IReadOnlyList<ProficiencyLevel> Levels { get; init; } = [];

    /// <summary>Crosswalk: the DigComp 2.2 codes that each code of this framework stands for; absent for DigComp 2.2 itself.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ToDigComp22 { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>An area of a framework.</summary>
public sealed record CompetenceArea(string Code, LocalName Name);

/// <summary>A competence of a framework, in the order of the framework.</summary>
public sealed record Competence(string Code, string Area, LocalName Name, LocalName? Descriptor = null);

/// <summary>A proficiency level of a framework and the band of DigComp 2.2 that it belongs to.</summary>
public sealed record ProficiencyLevel(string Code, LocalName Name, Level Band);

/// <summary>One text in the two languages of the service.</summary>
public sealed record LocalName(string Uk, string En)
{
    /// <summary>The text for a BCP 47 tag; anything but English gets Ukrainian.</summary>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Uk;
}
