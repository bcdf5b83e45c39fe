using System.Globalization;

namespace DcCourseIndex.Portals.Courses;

/// <summary>
/// A course that does not exist, as an Open edX or Moodle portal stores it. Only <see cref="Id"/> and <see cref="Name"/> are needed;
/// everything else has the value that a portal without it would have.
/// </summary>
public sealed record InventedCourse
{
    /// <summary>Moodle: a number. Open edX: a course key (<c>course-v1:Org+Number+Run</c> or the old <c>Org/Number/Run</c>).</summary>
    public required string Id { get; init; }

    /// <summary>As typed by the portal's people: plain text, in Moodle also with multilang spans.</summary>
    public required string Name { get; init; }

    public string? ShortName { get; init; }

    /// <summary>HTML. Moodle's summary, Open edX's short description.</summary>
    public string Summary { get; init; } = "";

    /// <summary>HTML of the about page; Open edX only.</summary>
    public string? Overview { get; init; }

    /// <summary>Id of the Moodle category.</summary>
    public int Category { get; init; } = 1;

    public IReadOnlyList<string> Teachers { get; init; } = [];

    /// <summary>Guest access in Moodle: <c>no</c>, <c>open</c> or <c>key</c>.</summary>
    public string Guest { get; init; } = "no";

    /// <summary>Self-enrolment in Moodle: <c>no</c>, <c>open</c> or <c>key</c>. Visitors see no sign of it.</summary>
    public string Self { get; init; } = "no";

    /// <summary>Moodle: not shown to visitors. Open edX: listed with <c>hidden: true</c>.</summary>
    public bool Hidden { get; init; }
    public bool InvitationOnly { get; init; }

    /// <summary>Free text of Open edX, in any language.</summary>
    public string? Effort { get; init; }

    /// <summary>Open edX: <c>self</c> or <c>instructor</c>.</summary>
    public string Pacing { get; init; } = "self";
    public DateTimeOffset? Start { get; init; }

    /// <summary>Text in place of a start date («Восени 2027»).</summary>
    public string? StartText { get; init; }
    public DateTimeOffset? End { get; init; }
    public DateTimeOffset? EnrolmentStart { get; init; }
    public DateTimeOffset? EnrolmentEnd { get; init; }

    /// <summary>File name of the cover.</summary>
    public string? Image { get; init; }

    /// <summary>The custom field «Рівень» of Moodle.</summary>
    public string? Level { get; init; }

    /// <summary>The custom field «Обсяг, год.» of Moodle.</summary>
    public string? Hours { get; init; }

    /// <summary>The custom field «Компетентність DigComp» of Moodle: what the portal itself states.</summary>
    public string? DigComp { get; init; }

    /// <summary>The custom field «Сертифікат» of Moodle.</summary>
    public bool? Certificate { get; init; }

    /// <summary>BCP 47; what the text is really written in. No portal shows it.</summary>
    public string Language { get; init; } = "uk";

    /// <summary>DigComp 2.2 competences by the annotation guide, the first is the main one; empty: teaches nothing digital. No portal shows them.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Level by the annotation guide; null where there are no labels. No portal shows it.</summary>
    public string? LabelLevel { get; init; }

    /// <summary>The id of a Moodle course as a number.</summary>
    internal int Number => int.Parse(Id, CultureInfo.InvariantCulture);
}
