using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Schedule;

/// <summary>What a firing must know where several nodes fire: after which silence one counts as gone, and whether a run is due still.</summary>
internal sealed record SharedFiring(LeaseTimes Times, Func<CancellationToken, Task<bool>> IsDue);
