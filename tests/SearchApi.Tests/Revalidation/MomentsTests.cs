using DcCourseIndex.SearchApi.Revalidation;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Revalidation;

public sealed class MomentsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly ManualClock clock = new();
    private readonly DateTimeOffset begin;

    public MomentsTests() => begin = clock.GetUtcNow();

    [Fact]
    public void An_address_keeps_its_moment_until_it_is_answered_otherwise()
    {
        var moments = new Moments(clock);
        moments.Since("/a", "1");
        clock.Pass(Hour);

        Assert.Equal(begin, moments.Since("/a", "1"));
        Assert.Equal(begin + Hour, moments.Since("/a", "2"));
        Assert.Equal(begin + Hour, moments.Since("/a", "1"));
    }

    [Fact]
    public void An_address_whose_place_another_took_has_a_later_moment_and_never_the_others()
    {
        var moments = new Moments(clock);
        var addresses = Enumerable.Range(0, 2 * Moments.Places).Select(number => $"/{number}").ToList();
        addresses.ForEach(address => moments.Since(address, "1"));
        clock.Pass(Hour);
        moments.Since("/other", "1");
        clock.Pass(Hour);

        var told = addresses.Select(address => moments.Since(address, "1")).ToHashSet();
        Assert.Equal([begin, begin + (2 * Hour)], told.Order());
    }
}
