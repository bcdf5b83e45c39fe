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
    [InlineData("::127.0.0.1", true, false)]
    [InlineData("::169.254.169.254", true, true)]
    [InlineData("64:ff9b:1::10.0.0.1", true, false)]
    [InlineData("fe80::5efe:10.0.0.1", true, false)]
    [InlineData("2a00:1450:4001:0:0:5efe:7f00:1", true, false)]
    [InlineData("2001:0:53aa:64c:0:fbff:80ff:fefe", true, true)]
    [InlineData("2001:2::1", true, true)]
    [InlineData("2001:db8::1", true, true)]
    [InlineData("3fff::1", true, true)]
    [InlineData("5f00::1", true, true)]
    [InlineData("100::1", true, true)]
    [InlineData("198.18.0.1", true, true)]
    [InlineData("192.0.0.192", true, true)]
    [InlineData("192.88.99.1", true, true)]
    [InlineData("168.63.129.16", true, true)]
    [InlineData("fd20:ce::254", true, true)]
    [InlineData("64:ff9b::193.0.214.1", false, false)]
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

    [Theory]
    [InlineData("http://2130706433/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0x7F000001/")]
    [InlineData("http://portal.example./")]
    [InlineData("http://user@0x7f.1:8080/")]
    [InlineData("http://193.0.214.001/")]
    public async Task A_host_in_an_odd_spelling_is_not_asked(string address)
    {
        using var fetcher = LoopbackPortal.Fetchers().For(LoopbackPortal.SourceAt(new Uri("http://127.0.0.1/")));
        var page = await fetcher.FetchAsync(new(new Uri(address)), CancellationToken.None);
        Assert.Equal(FailureKind.ForbiddenAddress, page.Failure?.Kind);
        Assert.Equal(0, fetcher.Figures.Requests);
    }

    [Theory]
    [InlineData("https://example.edu.ua/")]
    [InlineData("https://193.0.214.1/")]
    [InlineData("http://[2a00:1450::1]:8080/")]
    [InlineData("https://курси.укр/")]
    [InlineData("https://3d.example/")]
    [InlineData("https://xn--80ak6aa92e.example/")]
    public void An_honest_host_is_not_taken_for_an_odd_one(string address) => Assert.Null(HostSpelling.Wrong(new Uri(address)));

    [Fact]
    public async Task A_name_that_changes_its_address_gains_nothing()
    {
        await using var portal = await LoopbackPortal.StartAsync(_ => Task.CompletedTask);
        var asked = 0;
        // The first answer lies in public space that was never given out, so that nothing there can answer; the second is this machine.
        var fetchers = new PageFetchers(LoopbackPortal.Settings with { Retries = 1, ConnectTimeout = TimeSpan.FromSeconds(1) }, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(Interlocked.Increment(ref asked) == 1 ? "2e00::1" : "127.0.0.1")]),
        };
        var named = new UriBuilder(portal.Root) { Host = "rebinding.example" }.Uri;
        using var fetcher = fetchers.For(LoopbackPortal.SourceAt(named) with { AllowPrivateAddress = false });
        var page = await fetcher.FetchAsync(new(named), CancellationToken.None);
        Assert.Equal(FailureKind.ForbiddenAddress, page.Failure?.Kind);
        Assert.Equal((2, 0, 0), (asked, portal.Asked.Count, portal.RobotsAsked));
    }

    [Fact]
    public async Task Another_name_on_the_same_private_address_is_not_the_source_s_own()
    {
        await using var portal = await LoopbackPortal.StartAsync(context =>
        {
            context.Response.Redirect($"http://other.example:{context.Connection.LocalPort}/");
            return Task.CompletedTask;
        });
        var fetchers = new PageFetchers(LoopbackPortal.Settings, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance)
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
        };
        var named = new UriBuilder(portal.Root) { Host = "own.example" }.Uri;
        using var fetcher = fetchers.For(LoopbackPortal.SourceAt(named));
        Assert.Equal(FailureKind.ForbiddenAddress, (await fetcher.FetchAsync(new(named), CancellationToken.None)).Failure?.Kind);
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
