namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A store that this program must not touch: newer than the program, made for another purpose, or no store at all.</summary>
public sealed class LedgerRefusedException(string what, string remedy) : Exception($"{what} {remedy}")
{
    /// <summary>What the operator can do, as a sentence; the message ends with it.</summary>
    public string Remedy { get; } = remedy;
}
