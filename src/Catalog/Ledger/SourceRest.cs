namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// Why a source is left alone until a time. <paramref name="Failures"/> counts the failed runs in a row; <paramref name="AskedByPortal"/> says that the
/// portal itself named the time, so that not even a harvest by hand asks it earlier; <paramref name="Because"/> is the sentence for operators.
/// </summary>
public sealed record SourceRest(int Failures, DateTimeOffset Until, bool AskedByPortal, string Because)
{
    /// <summary>Whether the time has not come yet.</summary>
    public bool IsOn(DateTimeOffset now) => now < Until;
}
