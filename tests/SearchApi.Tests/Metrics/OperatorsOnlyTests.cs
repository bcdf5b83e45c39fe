using System.Net;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Metrics;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Metrics;

public sealed class OperatorsOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.4.4", true)]
    [InlineData("192.169.4.4", false)]
    [InlineData("fd00::1", true)]
    [InlineData("2001:db8::1", false)]
    [InlineData("203.0.113.9", false)]
    public void Near_is_this_machine_and_private_networks(string client, bool near) =>
        Assert.Equal(near, OperatorsOnly.May(OperationReaders.Near, IPAddress.Parse(client)));

    [Fact]
    public void A_client_without_an_address_is_a_stranger() => Assert.False(OperatorsOnly.May(OperationReaders.Near, null));

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/api/v1/metrics")]
    [InlineData("/health/deep")]
    public async Task Strangers_are_refused_and_told_who_decides(string address)
    {
        await using var site = await SampleSite.StartAsync(settings: new SearchApiSettings { Operation = OperationReaders.Nobody });

        var (status, problem) = await site.JsonAsync(address);

        Assert.Equal((403, "/problems/operators-only"), (status, (string)problem["type"]!));
        Assert.Contains("telemetry.readers", (string)problem["detail"]!, StringComparison.Ordinal);
    }
}
