using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Work;

/// <summary>The turn of one source, until it is disposed of.</summary>
public sealed class SourceTurn : IAsyncDisposable
{
    private readonly HeldLease? held;
    private readonly Action leave;

    internal SourceTurn(HeldLease? held, string? node, Action leave) => (this.held, Node, this.leave) = (held, node, leave);

    /// <summary>The name of the node whose turn it is; null where nobody named it.</summary>
    public string? Node { get; }

    /// <summary>The number under which runs of this turn write; 0: they need none.</summary>
    public long Fence => held?.Fence ?? 0;

    /// <summary>Cancelled when another node has the turn, or may have it.</summary>
    public CancellationToken Lost => held?.Lost ?? CancellationToken.None;

    public async ValueTask DisposeAsync()
    {
        if (held is not null)
        {
            await held.DisposeAsync();
        }

        leave();
    }
}
