using System.Collections.Concurrent;
using System.Text.Json;
using DcCourseIndex.Crawler.Platforms.Moodle;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Moodle;

/// <summary>A course as it was created on a recorded site.</summary>
internal sealed record TruthCourse(
    int Id, string FullName, string Canonical, string Trap, string Plain, string Style, IReadOnlyList<string> Path, bool CategoryVisible,
    string Guest, string Self, IReadOnlyList<string> Teachers, bool Listed)
{
    public IReadOnlyList<string> Files { get; init; } = [];
    public string Level { get; init; } = "";
    public int? Hours { get; init; }
    public string Competence { get; init; } = "";
    public bool Certificate { get; init; }
    public long Start { get; init; }
    public long End { get; init; }
    public string ForcedLanguage { get; init; } = "";
    public string Format { get; init; } = "";

    public static TruthCourse Of(JsonElement course) => new(
        course.GetProperty("id").GetInt32(),
        course.GetProperty("fullname").GetString()!,
        course.GetProperty("canonical_title").GetString()!,
        course.GetProperty("name_trap").GetString()!,
        course.GetProperty("plain_description").GetString()!,
        course.GetProperty("summary_style").GetString()!,
        [.. course.GetProperty("category_path").EnumerateArray().Select(name => name.GetString()!)],
        course.GetProperty("category_visible").GetBoolean(),
        course.GetProperty("guest").ToString(),
        course.GetProperty("self_enrol").ToString(),
        [.. course.GetProperty("teachers").EnumerateArray().Select(name => name.GetString()!)],
        course.GetProperty("publicly_listed").GetBoolean())
    {
        Files = [.. course.GetProperty("overview_files").EnumerateArray().Select(name => name.GetString()!)],
        Level = course.GetProperty("customfields").GetProperty("level").ToString(),
        Hours = course.GetProperty("customfields").GetProperty("hours") is { ValueKind: JsonValueKind.Number } hours ? hours.GetInt32() : null,
        Competence = course.GetProperty("customfields").GetProperty("digcomp").ToString(),
        Certificate = course.GetProperty("customfields").GetProperty("cert").ValueKind == JsonValueKind.True,
        Start = course.GetProperty("startdate").GetInt64(),
        End = course.GetProperty("enddate").GetInt64(),
        Format = course.GetProperty("format").GetString()!,
        ForcedLanguage = course.GetProperty("forced_lang").GetString()!,
    };
}

/// <summary>A recorded site after one run, beside what was created on it.</summary>
internal sealed record MoodleTruth(IReadOnlyList<TruthCourse> Courses, Harvested Harvested, int Requests)
{
    private const string Variable = "MOODLE_TOKEN";
    private static readonly ConcurrentDictionary<(string, bool), Lazy<Task<MoodleTruth?>>> Done = new();

    /// <summary>One run for all tests of a site. Null, after saying so, where the recordings are not on this machine.</summary>
    public static Task<MoodleTruth?> Harvest(string name, bool token, ITestOutputHelper output, string? truth = null) =>
        Done.GetOrAdd((name, token), _ => new(() => RunAsync(name, token, output, truth))).Value;

    private static async Task<MoodleTruth?> RunAsync(string name, bool token, ITestOutputHelper output, string? truth)
    {
        using var site = RecordedSite.Open(name, "moodle", "wwwroot", output, truth);
        if (site is null) return null;
        var secret = site.Truth.GetProperty("site").GetProperty("tokens").GetProperty("harvester").GetString();
        var platform = new MoodlePlatform(variable => variable == Variable ? secret : null);
        var harvested = await Harvested.Of(platform, site.Source with { TokenVariable = token ? Variable : null }, site);
        Assert.All(site.Asked, request => Assert.DoesNotContain(secret!, request.Address.AbsoluteUri, StringComparison.Ordinal));
        Assert.All(site.Asked.Where(request => request.Form is not null), request => Assert.True(request.Private));
        return new MoodleTruth([.. site.Truth.GetProperty("courses").EnumerateArray().Select(TruthCourse.Of)], harvested, site.Asked.Count);
    }
}
