using System.Data.Common;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Roles;
using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Terminal;
using DcCourseIndex.Host.Verbs;
using DcCourseIndex.SearchApi.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace DcCourseIndex.Host.Composition;

/// <summary>The long-running process: takes its roles, runs them, and lets them end at their boundaries when it is told to stop.</summary>
internal static class Service
{
    /// <summary>A page in flight and its politeness may take this long to end.</summary>
    private static readonly TimeSpan StoppingTime = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(Installation installation, IReadOnlyList<Role> roles, string urls, CancellationToken ct)
    {
        var (locks, refusal) = RoleLocks.TryTake(installation.DataFolder, roles, TimeProvider.System);
        if (locks is null)
        {
            throw new RefusalException(refusal!);
        }

        using (locks)
        {
            await using var app = Build(installation, roles, urls);

            // Whatever is wrong with the data folder is said before anything runs.
            _ = app.Services.GetRequiredService<LedgerStore>();
            try
            {
                await app.StartAsync(ct);
            }
            catch (Exception failure) when (failure is IOException or FormatException or InvalidOperationException && roles.Contains(Role.Search))
            {
                throw new RefusalException($"--urls {urls}: {failure.Message} Name another address or stop what listens there.");
            }
            catch (Exception failure) when (failure is DbException or SchedulerException)
            {
                throw new RefusalException($"The catalogue does not let us in any more: {failure.Message} Start its server or correct catalog.connection, and start again; a service manager does so by itself.");
            }

            Greet(installation, roles, urls);
            await app.WaitForShutdownAsync(ct);
        }

        return ExitCode.Done;
    }

    private static WebApplication Build(Installation installation, IReadOnlyList<Role> roles, string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "dccourseindex" });
        // Settings come from the installation alone, not from what lies about in the folder or the environment.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.AddNotesOnStandardError(installation.Settings.Log, installation.Demo ? LogLevel.Warning : LogLevel.Information);
        builder.Services.AddDcCourseIndex(installation, installation.Demo ? LedgerStore.Demo : LedgerStore.Service);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StoppingTime);
        builder.Services.AddTelemetrySending(installation).AddNode(installation, roles);
        if (roles.Contains(Role.Index))
        {
            builder.Services.AddHostedService<IndexRole>();
        }

        if (roles.Contains(Role.Crawl))
        {
            builder.Services.AddCrawlRole(installation);
        }

        if (!roles.Contains(Role.Search))
        {
            builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer, NoServer>();
            return builder.Build();
        }

        builder.WebHost.UseUrls(urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        builder.WebHost.ConfigureKestrel(ServerLimits.Set);
        builder.Services.AddSearchRole(installation, roles);
        return builder.Build().MapSearchApi();
    }

    private static void Greet(Installation installation, IReadOnlyList<Role> roles, string urls)
    {
        Terminals.Note($"dccourseindex runs with the roles {string.Join(", ", roles.Select(Wire.Name))} on {installation.DataFolder}.");
        if (roles.Contains(Role.Search))
        {
            Terminals.Note($"Pages and search API: {urls}");
        }

        if (roles.Contains(Role.Crawl) && !installation.Demo && installation.Settings.Contact is null)
        {
            Terminals.Note($"The crawl role {(installation.Askable.Count == 0 ? "is idle" : "reads recordings only")} and no portal is asked: «contact» in {Path.Combine(installation.ConfigFolder, SettingsFile.Name)} is empty. Write an e-mail address or web page into it.");
        }

        if (installation.Demo)
        {
            Terminals.Note("This is the demo: portals, courses and people in it are invented. Stop it with Ctrl+C.");
        }
    }
}
