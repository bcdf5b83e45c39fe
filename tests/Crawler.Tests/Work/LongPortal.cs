using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Hostile;
using DcCourseIndex.Portals.Moodle;

namespace DcCourseIndex.Crawler.Tests.Work;

/// <summary>An invented portal whose list tells only titles, so that a run asks for each course's information page and has more than one page boundary.</summary>
internal sealed class LongPortal : IAsyncDisposable
{
    private readonly HostilePortal door;
    private readonly TaskCompletionSource second = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (int Number, Func<Task> Happens)? planned;
    private int informed;
    private int inside;
    private int most;

    private LongPortal(HostilePortal door)
    {
        this.door = door;
        door.Mood = new("only titles", AnswerAsync);
    }

    public Uri Address => door.Address;

    /// <summary>Information pages that were asked for.</summary>
    public int Informed => Volatile.Read(ref informed);

    /// <summary>The most requests that were answered at the same time.</summary>
    public int MostAtOnce => Volatile.Read(ref most);

    public static async Task<LongPortal> StartAsync() => new(await HostilePortal.StartAsync(async address => await MoodlePortal.StartAsync(
        InventedData.Courses("utu").Select(course => course with { Category = 1 }), new() { PublicAddress = address, CoursesPerPage = 100 })));

    /// <summary>Something happens while the so-manieth information page is being answered.</summary>
    public void At(int number, Func<Task> happens) => planned = (number, happens);

    /// <summary>Done when a second information page was asked for.</summary>
    public Task SecondAsync() => second.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync() => door.DisposeAsync();

    private async Task AnswerAsync(HostileExchange exchange)
    {
        most = Math.Max(most, Interlocked.Increment(ref inside));
        if (exchange.Target.StartsWith("/course/info.php", StringComparison.Ordinal))
        {
            var number = Interlocked.Increment(ref informed);
            if (number == 2)
            {
                second.TrySetResult();
            }

            if (number == planned?.Number)
            {
                await planned.Value.Happens();
            }
        }

        var good = exchange.Good;
        await Task.Yield();
        Interlocked.Decrement(ref inside);
        await exchange.AnswerAsync(good.Status, good.ContentType, exchange.Target == "/" ? "<p>Новини</p>" : good.Body);
    }
}
