using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.SearchApi.Queries;

/// <summary>Writes what has been asked into the catalogue every few seconds, and at the end what is left.</summary>
internal sealed partial class QueryLogWriting(QueryLog queries, TimeProvider clock, ILogger<QueryLogWriting> log) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    // A catalogue that is away when the service ends costs these rows, and not a minute of everybody's time.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Pause, clock, stoppingToken);
                await WriteAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }
        using var patience = new CancellationTokenSource(Farewell, clock);
        try
        {
            await WriteAsync(patience.Token);
        }
        catch (OperationCanceledException failure)
        {
            LogFailure(failure);
        }
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        try
        {
            await queries.WriteAsync(ct);
        }
        catch (Exception failure) when (failure is DbException or IOException or ObjectDisposedException)
        {
            LogFailure(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was asked could not be written into the catalogue; it is tried again.")]
    private partial void LogFailure(Exception failure);
}
