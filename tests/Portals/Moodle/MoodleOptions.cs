using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>What an invented Moodle portal can be told at its start; the defaults are those of a fresh Moodle.</summary>
public sealed record MoodleOptions : PortalOptions
{
    public MoodleVersion Version { get; init; } = MoodleVersion.Moodle45;
    public string Name { get; init; } = "Вигаданий навчальний портал";
    public string ShortName { get; init; } = "ВНП";

    /// <summary>At least the categories that the courses name; empty: one category «Різне» with the id 1.</summary>
    public IReadOnlyList<InventedCategory> Categories { get; init; } = [];

    /// <summary>The token of the web services; null: they are off (403 with an empty body).</summary>
    public string? Token { get; init; }

    /// <summary>Courses a page where the address does not say it.</summary>
    public int CoursesPerPage { get; init; } = 20;

    /// <summary>Categories with more courses show collapsed boxes without summaries.</summary>
    public int SummariesLimit { get; init; } = 10;

    /// <summary>Every page but the login leads there.</summary>
    public bool ForceLogin { get; init; }

    /// <summary>Whether the multilang filter is on; where it is not, the languages of a name come glued together.</summary>
    public bool MultilangFilter { get; init; } = true;
}
