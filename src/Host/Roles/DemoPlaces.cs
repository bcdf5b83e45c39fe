using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.HelpPlaces;
using Microsoft.Extensions.Hosting;

namespace DcCourseIndex.Host.Roles;

/// <summary>Puts the invented places beside the demo's configuration into its catalogue before the first page is asked for.</summary>
internal sealed class DemoPlaces(string file, HelpPlaceLedger ledger) : IHostedService
{
    /// <summary>Beside the settings of the demo.</summary>
    public const string Name = "places.csv";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(file) && await PlaceFile.ReadAsync(file, cancellationToken) is { Problem: null } reading)
        {
            await ledger.ReplaceAsync(reading.Places, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
