namespace DcCourseIndex.Portals.Hostile;

/// <summary>Everything that the hostile portal can do, by name.</summary>
public static class Misbehaviours
{
    public static IReadOnlyDictionary<string, Misbehaviour> All { get; } = new[]
    {
        Redirecting.All, Lengths.All, Bombs.All, Heads.All, Slowness.All, Busy.All, Pages.All, Certificates.All,
    }.SelectMany(some => some).ToDictionary(one => one.Name, StringComparer.Ordinal);
}
