namespace DcCourseIndex.Portals.Moodle;

/// <summary>The Moodle release whose markup a portal speaks.</summary>
public enum MoodleVersion
{
    /// <summary>3.11: teachers without emphasis, the cover after the summary, <c>fa-unlock-alt</c>.</summary>
    Moodle311,

    /// <summary>4.5: contents in flex boxes, profile links, <c>fa-lock-open</c>.</summary>
    Moodle45,
}
