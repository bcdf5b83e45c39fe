using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Probing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Probing;

/// <summary>Real servers, recorded: what they speak is found by their address alone.</summary>
public sealed class RecordedAddressTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("moodle-3.11-day1", "http://127.0.0.1:8083/", "moodle")]
    [InlineData("moodle-4.5-day1", "http://127.0.0.1:8081/", "moodle")]
    [InlineData("wordpress-day1", "http://127.0.0.1:8082/", "wordpress")]
    public async Task A_recorded_server_is_known(string site, string address, string platform)
    {
        if (await LookAsync(site, address) is not { } report) return;
        Assert.Equal(platform, report.Best?.Draft?.Platform);
        Assert.InRange(report.Requests, 1, AddressProbe.MostRequests);
    }

    [Fact]
    public async Task A_repository_that_EPrints_closes_to_crawlers_needs_the_owners_consent()
    {
        if (await LookAsync("eprints-day1", "http://127.0.0.1:8084/cgi/oai2") is not { } report) return;
        Assert.Contains("robots.txt", report.Refusal, StringComparison.Ordinal);
        Assert.Contains("consent", report.Refusal, StringComparison.Ordinal);
    }

    private async Task<ProbeReport?> LookAsync(string site, string address)
    {
        if (Workspace.Captures($"sites/{site}") is not { } folder)
        {
            output.WriteLine($"Passed without a check: the recording captures/sites/{site} is not beside the working copy.");
            return null;
        }

        var probe = new AddressProbe(new PageFetchers(new FetchSettings { MaxRequests = AddressProbe.MostRequests }, TimeProvider.System, NullLoggerFactory.Instance), TimeProvider.System, Probed.Platforms);
        var report = await probe.LookAsync(new ProbeWish(new Uri(address)) { Name = "novyi", Recorded = folder }, CancellationToken.None);
        foreach (var finding in report.Findings) output.WriteLine($"{finding.Interface} | {finding.Asked} | {finding.Status} | {finding.What} | {finding.Courses}");
        output.WriteLine(report.FileText ?? report.Refusal);
        return report;
    }
}
