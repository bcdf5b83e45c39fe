using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Through;

/// <summary>One site over a real ledger and index for all tests of a class that only read: starting one takes a second or more.</summary>
public sealed class ReadSite : IAsyncLifetime
{
    private RealSite? real;

    internal SampleSite Site => real!.Site;

    public async Task InitializeAsync() => real = await RealSite.StartAsync(SampleCourses.All);

    public async Task DisposeAsync() => await real!.DisposeAsync();
}
