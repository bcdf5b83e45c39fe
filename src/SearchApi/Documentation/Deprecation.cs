namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>An address, or one parameter of it, that goes. Portals learn of it from the headers of every answer that it concerns, at least half a year before.</summary>
/// <param name="Pattern">The address as it is mapped, such as <c>/api/v1/courses/{id}</c>.</param>
/// <param name="Parameter">The parameter that goes; null: the address, or a field of its answers.</param>
/// <param name="Since">From when on nobody should begin to use it.</param>
/// <param name="Sunset">From when on it may be gone.</param>
/// <param name="Instead">Where it is written what to use instead, as a path of this site or an address.</param>
internal sealed record Deprecation(string Pattern, string? Parameter, DateTimeOffset Since, DateTimeOffset Sunset, string Instead)
{
    /// <summary>What goes now.</summary>
    public static readonly IReadOnlyList<Deprecation> Now = [];
}
