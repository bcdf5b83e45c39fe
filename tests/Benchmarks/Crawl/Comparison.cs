using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Crawl;

/// <summary>Sees whether both crawlers did the same work.</summary>
internal static class Comparison
{
    // Summary and description are plain text and safe HTML with us, as found with Scrapy.
    private static readonly string[] Compared = ["title", "provider", "language", "price", "workload", "start"];

    /// <summary>How many courses have equal values in both files.</summary>
    public static int Equal(string ours, string others)
    {
        var known = Read(others).ToDictionary(course => course["id"], StringComparer.Ordinal);
        return Read(ours).Count(course => known.TryGetValue(course["id"], out var other) && Compared.All(field => course[field] == other[field]));
    }

    private static IEnumerable<Dictionary<string, string>> Read(string file) => File.ReadLines(file)
        .Select(line => JsonSerializer.Deserialize<Dictionary<string, string>>(line)!);
}
