using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>
/// The last seconds of a process that is told to stop: it still answers everything, says at <c>/health/ready</c> that it goes, and closes each connection with
/// its next answer. So a proxy has turned to the other nodes before nobody listens here.
/// </summary>
internal sealed class Draining(SearchApiSettings settings, TimeProvider clock) : IHostedLifecycleService
{
    private volatile bool going;

    /// <summary>Whether the process is about to end.</summary>
    public bool IsGoing => going;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        going = true;
        await Task.Delay(settings.Drain, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Takes leave of a connection while the process drains.</summary>
internal static class LeavingConnections
{
    public static void UseDraining(this IApplicationBuilder app)
    {
        var draining = app.ApplicationServices.GetRequiredService<Draining>();
        app.Use((context, next) =>
        {
            // HTTP/2 has a word of its own for this, which the server says by itself.
            if (draining.IsGoing && (HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol)))
                context.Response.Headers.Connection = "close";
            return next(context);
        });
    }
}
