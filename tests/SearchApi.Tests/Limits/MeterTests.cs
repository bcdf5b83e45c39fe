using DcCourseIndex.SearchApi.Limits;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Limits;

public sealed class MeterTests
{
    private static readonly RateLimits Limits = new(60, 10);

    [Fact]
    public void A_client_uses_what_it_has_saved_up_and_then_what_comes_back()
    {
        var clock = new ManualClock();
        var meter = new Meter(clock);

        Assert.Equal(Enumerable.Range(0, 10).Reverse(), Enumerable.Range(0, 10).Select(_ => meter.Take("a", 1, Limits).Left));
        Assert.Equal(new Allowance(0, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1)), meter.Take("a", 1, Limits));
        Assert.Null(meter.Take("b", 1, Limits).Wait);

        clock.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(new Allowance(0, TimeSpan.FromSeconds(10), null), meter.Take("a", 3, Limits));
    }

    [Fact]
    public void What_costs_more_than_there_is_waits_and_what_costs_more_than_a_bucket_empties_one()
    {
        var clock = new ManualClock();
        var meter = new Meter(clock);
        meter.Take("a", 8, Limits);

        Assert.Equal(new Allowance(2, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(3)), meter.Take("a", 5, Limits));
        clock.Pass(TimeSpan.FromSeconds(8));
        Assert.Equal(new Allowance(0, TimeSpan.FromSeconds(10), null), meter.Take("a", 500, Limits));
    }

    [Fact]
    public void A_hundred_times_the_limit_is_refused_but_for_the_limit()
    {
        var clock = new ManualClock();
        var meter = new Meter(clock);
        var usual = new RateLimits();
        var passed = 0;
        for (var request = 0; request < usual.PerMinute * 100; request++)
        {
            passed += meter.Take("abusive", 1, usual).Wait is null ? 1 : 0;
            // Others ask half of what they may.
            if (request % 200 == 0)
                Assert.Null(meter.Take("other", 1, usual).Wait);
            clock.Pass(TimeSpan.FromMinutes(1) / (usual.PerMinute * 100));
        }

        var surplus = (usual.PerMinute * 100) - usual.PerMinute;
        Assert.InRange(passed, usual.PerMinute, usual.PerMinute + (surplus / 100));
    }

    [Fact]
    public void Two_at_once_never_get_more_than_one_bucket()
    {
        var meter = new Meter(new ManualClock());
        var passed = 0;

        Parallel.For(0, 200, _ => Interlocked.Add(ref passed, meter.Take("a", 1, Limits).Wait is null ? 1 : 0));

        Assert.Equal(10, passed);
    }

    [Fact]
    public void Ever_new_addresses_cost_bounded_memory_and_share_what_is_left()
    {
        var clock = new ManualClock();
        var meter = new Meter(clock);
        for (var address = 0; address < Meter.MostClients; address++)
            meter.Take($"{address}", 1, Limits);

        Assert.Equal(9, meter.Take("new 1", 1, Limits).Left);
        Assert.Equal(8, meter.Take("new 2", 1, Limits).Left);
        clock.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(9, meter.Take("new 3", 1, Limits).Left);
        Assert.Equal(9, meter.Take("new 4", 1, Limits).Left);
    }
}
