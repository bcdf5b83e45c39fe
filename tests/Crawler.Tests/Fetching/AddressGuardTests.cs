using System.Net;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Network;

namespace DcCourseIndex.Crawler.Tests.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1", true, false)]
    [InlineData("127.8.8.8", true, false)]
    [InlineData("10.0.0.1", true, false)]
    [InlineData("172.16.0.1", true, false)]
    [InlineData("172.31.255.255", true, false)]
    [InlineData("172.32.0.1", false, false)]
    [InlineData("192.168.1.1", true, false)]
    [InlineData("100.64.0.1", true, false)]
    [InlineData("::1", true, false)]
    [InlineData("fd12:3456::1", true, false)]
    [InlineData("::ffff:127.0.0.1", true, false)]
    [InlineData("64:ff9b::10.0.0.1", true, false)]
    [InlineData("2002:7f00:1::", true, false)]
    [InlineData("169.254.169.254", true, true)]
    [InlineData("::ffff:169.254.169.254", true, true)]
    [InlineData("64:ff9b::169.254.169.254", true, true)]
    [InlineData("100.100.100.200", true, true)]
    [InlineData("fd00:ec2::254", true, true)]
    [InlineData("fe80::1", true, true)]
    [InlineData("0.0.0.0", true, true)]
    [InlineData("::", true, true)]
    [InlineData("224.0.0.1", true, true)]
    [InlineData("255.255.255.255", true, true)]
    [InlineData("ff02::1", true, true)]
    [InlineData("193.0.214.1", false, false)]
    [InlineData("2a00:1450:4001::1", false, false)]
    public void Reserved_networks_are_refused_and_private_ones_only_opened_on_request(string address, bool refused, bool refusedEvenIfAllowed)
    {
        Assert.Equal(refused, AddressGuard.Refuses(IPAddress.Parse(address), allowPrivate: false));
        Assert.Equal(refusedEvenIfAllowed, AddressGuard.Refuses(IPAddress.Parse(address), allowPrivate: true));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://localhost:PORT/")]
    [InlineData("http://[::1]:PORT/")]
    public async Task A_redirect_into_a_forbidden_network_is_refused(string target)
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.Redirect(target.Replace("PORT", context.Connection.LocalPort.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
            return Task.CompletedTask;
        });
        using var fetcher = portal.Fetcher();
        var page = await fetcher.FetchAsync(new(portal.At("/start")), CancellationToken.None);
        Assert.Equal(FailureKind.ForbiddenAddress, page.Failure?.Kind);
        Assert.Single(portal.Asked);
    }

    [Fact]
    public async Task A_portal_on_a_private_address_needs_its_source_s_word()
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask);
        using var fetcher = LoopbackPortal.Fetchers().For(portal.Source() with { AllowPrivateAddress = false });
        var page = await fetcher.FetchAsync(new(portal.Root), CancellationToken.None);
        Assert.Equal(FailureKind.ForbiddenAddress, page.Failure?.Kind);
        Assert.Contains("allowPrivateAddress", page.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (portal.Asked.Count, portal.RobotsAsked));
    }
}
