namespace DcCourseIndex.Catalog.Ledger;

/// <summary>How long a node may be silent before others take over what it held. It renews three times in <paramref name="Length"/>.</summary>
public sealed record LeaseTimes(TimeSpan Length)
{
    public static readonly LeaseTimes Standard = new(TimeSpan.FromSeconds(60));

    internal TimeSpan Renewal => Length / 3;
}
