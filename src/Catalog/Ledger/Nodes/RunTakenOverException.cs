namespace DcCourseIndex.Catalog.Ledger;

/// <summary>A run was written to by a node that has lost it to another one; nothing of it was written.</summary>
public sealed class RunTakenOverException(string source) : Exception($"The run of «{source}» is another node's by now, so nothing was written.")
{
    /// <summary>The source whose run it was.</summary>
    public string RunOf { get; } = source;
}
