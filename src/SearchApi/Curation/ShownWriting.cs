using System.Data.Common;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>Writes down now and then how often courses were shown, and once more when the service stops.</summary>
internal sealed class ShownWriting(ShownCounts counts, ShownLedger ledger, TimeProvider clock, ILogger<ShownWriting> log) : BackgroundService
{
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(2);

    // A catalogue that is away when the service ends costs these counts, and not a minute of everybody's time.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(Farewell, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await WriteAsync(end.Token);
    }

    /// <summary>Writes what was counted; where the store cannot be written it is counted again.</summary>
    internal async Task WriteAsync(CancellationToken ct)
    {
        var taken = counts.Take();
        if (taken.Count == 0)
            return;
        try
        {
            await ledger.AddAsync(taken, ct);
        }
        catch (Exception failure) when (failure is DbException or IOException or OperationCanceledException)
        {
            log.LogWarning(failure, "How often courses were shown could not be written; it is tried again");
            foreach (var (id, times) in taken)
                counts.Add(id, times);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Between, clock, stoppingToken);
                await WriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync writes the rest.
        }
    }
}
