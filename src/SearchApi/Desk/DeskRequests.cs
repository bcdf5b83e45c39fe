using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>What the desk asks of the crawl role: a row in the catalogue, taken and answered by whichever process has the role.</summary>
internal sealed class DeskRequests(WorkRequests requests, SourceWatch watch, TimeProvider clock)
{
    public const string Accept = "accept";
    public const string Discard = "discard";
    public const string Join = "join";
    public const string Split = "split";
    public const string Look = "new-source";
    public const string AddSource = "add-source";
    public const string DropSource = "drop-source";
    public const string Harvest = "harvest";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private const int Glances = 15;

    /// <summary>Leaves a request and, where the crawl role is alive, waits some seconds for the answer to one that is quickly done, so that the next page shows it.</summary>
    public async Task<DeskRequest> AskAsync(AskedWork order, bool quick, CancellationToken ct)
    {
        var row = await requests.PostAsync(order.Verb, JsonSerializer.Serialize(order, Wire.Json), ct);
        for (var glance = 0; quick && row.State != RequestState.Done && glance < Glances && (await watch.PulseAsync(ct)).Alive; glance++)
        {
            await Task.Delay(Glance, clock, ct);
            row = await requests.FindAsync(row.Id, ct) ?? row;
        }

        return DeskRequest.Of(row);
    }

    /// <summary>The newest requests of these verbs.</summary>
    public async Task<IReadOnlyList<DeskRequest>> NewestAsync(IReadOnlyList<string> verbs, int limit, CancellationToken ct) =>
        [.. (await requests.NewestAsync(verbs, limit, ct)).Select(DeskRequest.Of)];

    /// <summary>One of them; null where there is none of that id and verb.</summary>
    public async Task<DeskRequest?> FindAsync(long id, string verb, CancellationToken ct) => await requests.FindAsync(id, ct) is { } row && row.Verb == verb ? DeskRequest.Of(row) : null;
}
