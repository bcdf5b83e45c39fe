using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Benchmarks.Crawl;

/// <summary>Serves the invented site from memory, in a process of its own, until its standard input ends.</summary>
internal static class StaticSite
{
    /// <summary>Writes its address on the first line of standard output.</summary>
    public static async Task<int> ServeAsync(int pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        Dictionary<string, (string Type, byte[] Body)> site = [];
        app.Run(context =>
        {
            if (!site.TryGetValue(context.Request.Path.Value ?? "", out var answer))
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }

            context.Response.ContentType = answer.Type;
            context.Response.ContentLength = answer.Body.Length;
            return context.Response.Body.WriteAsync(answer.Body).AsTask();
        });
        await app.StartAsync();
        var root = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        site = InventedSite.Make(root, pages);
        await Console.Out.WriteLineAsync(root);
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
