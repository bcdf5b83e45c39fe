using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.OpenEdx;

/// <summary>What an invented Open edX portal can be told at its start.</summary>
public sealed record OpenEdxOptions : PortalOptions
{
    public string Name { get; init; } = "Вигадана платформа";

    /// <summary>How many courses the portal counts before it has looked at them and found that the visitor may not see them; the count shrinks on the last page.</summary>
    public int Overcount { get; init; } = 2;
}
