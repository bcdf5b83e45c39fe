using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Crawl;

/// <summary>What a crawler says of itself on its last line: seconds from the first request to the last line written, pages, and its highest resident memory in bytes.</summary>
internal sealed record CrawlFigures(string What, int Pages, double Seconds, long PeakBytes, double ProcessorSeconds)
{
    public double PagesPerSecond => Pages / Seconds;

    public static CrawlFigures Read(string line) => JsonSerializer.Deserialize<CrawlFigures>(line, JsonSerializerOptions.Web)!;

    public override string ToString() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
