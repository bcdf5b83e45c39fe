using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>A portal elsewhere that keeps a copy by <c>/api/v1/changes</c> of one search node, whatever becomes of that node meanwhile.</summary>
internal sealed class ChangeMirror : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource end = new();
    private readonly Dictionary<string, long> seen = new(StringComparer.Ordinal);
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Uri root;
    private readonly Task following;
    private long reached;

    public ChangeMirror(Uri root)
    {
        this.root = root;
        following = FollowAsync();
    }

    /// <summary>Answers, and questions that nobody answered.</summary>
    public (int Answers, int InVain) Asked { get; private set; }

    /// <summary>Reads to the end, which the node must answer now, and fails where a course stands at a revision that was never seen.</summary>
    public async Task AssertSawAsync(IReadOnlyList<CourseChange> standing)
    {
        await end.CancelAsync();
        await following;
        while (await TakeAsync())
        {
        }

        Assert.All(standing, change => Assert.Equal(change.Revision, seen.GetValueOrDefault(change.Id)));
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        client.Dispose();
        end.Dispose();
    }

    private async Task FollowAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                if (await TakeAsync())
                {
                    continue;
                }
            }
            catch (Exception away) when (away is HttpRequestException or OperationCanceledException or IOException)
            {
                // The node is away, or cannot reach its catalogue.
                Asked = (Asked.Answers, Asked.InVain + 1);
            }

            await Task.Delay(Pause, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes one answer; whether there are more changes.</summary>
    private async Task<bool> TakeAsync()
    {
        var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(root, string.Create(CultureInfo.InvariantCulture, $"/api/v1/changes?limit=1000&after={reached}")))).RootElement;
        foreach (var item in answer.GetProperty("items").EnumerateArray())
        {
            seen[item.GetProperty("id").GetString()!] = item.GetProperty("revision").GetInt64();
        }

        Asked = (Asked.Answers + 1, Asked.InVain);
        reached = answer.GetProperty("next").GetInt64();
        return answer.GetProperty("more").GetBoolean();
    }
}
