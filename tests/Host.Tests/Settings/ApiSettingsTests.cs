using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Tests.Processes;
using DcCourseIndex.SearchApi.Limits;

namespace DcCourseIndex.Host.Tests.Settings;

public sealed class ApiSettingsTests
{
    [Fact]
    public void By_default_there_is_a_limit_and_only_this_machine_speaks_for_others()
    {
        var api = Read("contact: \"\"").Settings.Api;

        Assert.Equal(new RateLimits(600, 120), api.Limits);
        Assert.Equal(["127.0.0.1/32", "::1/128"], api.TrustedProxies.Select(network => network.ToString()));
    }

    [Fact]
    public void Limits_and_proxies_can_be_set()
    {
        var api = Read("api:\n  limits:\n    perMinute: 60\n    burst: 7\n  trustedProxies: 10.0.0.0/8, 192.0.2.1").Settings.Api;

        Assert.Equal(new RateLimits(60, 7), api.Limits);
        Assert.Equal(["10.0.0.0/8", "192.0.2.1/32"], api.TrustedProxies.Select(network => network.ToString()));
    }

    [Fact]
    public void Taking_leave_lasts_two_seconds_unless_it_is_said_how_long() =>
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15)), (Read("contact: \"\"").Settings.Api.Drain, Read("api:\n  drain: 15s").Settings.Api.Drain));

    [Fact]
    public void Zero_means_no_limit() => Assert.Null(Read("api:\n  limits:\n    burst: 7\n    perMinute: 0").Settings.Api.Limits);

    [Theory]
    [InlineData("api:\n  limits:\n    perMinute: many", ":3")]
    [InlineData("api:\n  limits:\n    burst: 0", ":3")]
    [InlineData("api:\n  trustedProxies: proxy.example", ":2")]
    [InlineData("api:\n  drain: 2m", ":2")]
    public void What_cannot_be_meant_is_refused_with_its_line(string text, string line) =>
        Assert.Contains(SettingsFile.Name + line, Assert.Single(Read(text).Problems).ToString(), StringComparison.Ordinal);

    private static SettingsRead Read(string text)
    {
        using var folder = new TempFolder();
        folder.Write(SettingsFile.Name, text);
        return SettingsFile.Read(folder.Path, new Dictionary<string, string>());
    }
}
