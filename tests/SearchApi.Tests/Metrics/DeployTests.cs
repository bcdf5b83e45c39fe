using System.Text.RegularExpressions;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Sources;

namespace DcCourseIndex.SearchApi.Tests.Metrics;

/// <summary>What is shipped for the usual tools speaks of figures that there are.</summary>
public sealed partial class DeployTests
{
    [Theory]
    [InlineData("deploy/prometheus/alerts.yml")]
    [InlineData("deploy/grafana/dashboard.json")]
    public async Task Every_figure_that_is_named_is_served(string file)
    {
        await using var run = await RunSite.StartAsync();
        await run.Site.JsonAsync("/api/v1/courses?q=жодного-такого-слова");
        GC.Collect();
        using var response = await run.Site.GetAsync("/metrics");
        var served = new Exposition(await response.Content.ReadAsStringAsync()).Types.SelectMany(type => type.Value == "histogram"
            ? [$"{type.Key}_bucket", $"{type.Key}_count", $"{type.Key}_sum"]
            : new[] { type.Key }).ToHashSet(StringComparer.Ordinal);

        var named = Figure().Matches(await File.ReadAllTextAsync(Path.Combine(RealParts.Root, file))).Select(match => match.Value).Where(name => name != "dotnet_gc_heap_generation").Distinct().ToList();

        Assert.True(named.Count >= 8, $"{file} names {named.Count} figures only.");
        Assert.True(served.IsSupersetOf(named), $"Not served: {string.Join(", ", named.Except(served))}");
    }

    [Theory]
    [InlineData("deploy/prometheus/alerts.yml")]
    [InlineData("deploy/grafana/dashboard.json")]
    public async Task Every_figure_has_the_labels_that_are_asked_of_it(string file)
    {
        await using var run = await RunSite.StartAsync();
        await run.Site.JsonAsync("/api/v1/courses?q=медіаграмотність");
        using var response = await run.Site.GetAsync("/metrics");
        var served = new Exposition(await response.Content.ReadAsStringAsync()).Values.Keys.ToList();

        var asked = Selector().Matches(await File.ReadAllTextAsync(Path.Combine(RealParts.Root, file))).ToList();
        Assert.NotEmpty(asked);
        foreach (var (figure, label) in asked.SelectMany(match => Label().Matches(match.Groups["labels"].Value).Select(label => (match.Groups["figure"].Value, label.Groups["label"].Value))))
        {
            Assert.Contains(served, sample => sample.StartsWith(figure + "{", StringComparison.Ordinal) && sample.Contains($"{label}=\"", StringComparison.Ordinal));
        }
    }

    [CheckedBy("promtool", "prometheus")]
    public async Task The_rules_are_sound_for_promtool()
    {
        var folder = Path.Combine(RealParts.Root, "deploy/prometheus");
        var check = await Checker.RunAsync("promtool", [], "check", "rules", Path.Combine(folder, "alerts.yml"));
        var test = await Checker.RunAsync("promtool", [], "test", "rules", Path.Combine(folder, "alerts.test.yml"));

        Assert.True(check.Code == 0, check.Output + check.Complaints);
        Assert.True(test.Code == 0, test.Output + test.Complaints);
    }

    [GeneratedRegex(@"\b(?<figure>(?:dccourseindex|http_server|kestrel|dotnet)_[a-z0-9_]+)\{(?<labels>[^}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Selector();

    [GeneratedRegex(@"(?<label>[a-z_]+) *(?:=~|!~|!=|=)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:dccourseindex|http_server|kestrel|dotnet)_[a-z0-9_]+\b(?!:)", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
