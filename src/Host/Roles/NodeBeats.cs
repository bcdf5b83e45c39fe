using System.Data.Common;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Roles;

/// <summary>Lets the other nodes know that this one lives, first of all and until its end.</summary>
public sealed class NodeBeats(NodeSigns signs, LeaseTimes times, IReadOnlyList<Role> roles, TimeProvider clock, ILogger<NodeBeats> log) : BackgroundService
{
    // Who is told to stop does not wait for a server that is away: silence says the same a little later.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly string words = string.Join(", ", roles.Select(Wire.Name));

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Whoever takes a request before he was heard of would lose it to others.
        await signs.BeatAsync(words, stops: false, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(Farewell, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await BeatAsync(stops: true, end.Token);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(times.Length / 3, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
            {
                await BeatAsync(stops: false, stoppingToken);
            }
        }
    }

    private async Task BeatAsync(bool stops, CancellationToken ct)
    {
        try
        {
            await signs.BeatAsync(words, stops, ct);
        }
        catch (DbException away)
        {
            log.LogWarning("No sign of life could be left in the catalogue: {Why}", away.Message);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
