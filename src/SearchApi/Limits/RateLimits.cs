namespace DcCourseIndex.SearchApi.Limits;

/// <summary>
/// How much one client may ask, in units: a search or a page is one, what costs more counts more. The units come back steadily, and
/// <paramref name="Burst"/> of them may be used at once.
/// </summary>
/// <param name="PerMinute">Units that come back in a minute; above 0.</param>
/// <param name="Burst">Units that may be saved up; above 0.</param>
public sealed record RateLimits(int PerMinute = 600, int Burst = 120);
