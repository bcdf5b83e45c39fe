using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcCourseIndex.Benchmarks.Crawl;

/// <summary>One harvest of the invented site by the service's own fetcher, platform and normaliser into lines of JSON; with «tagged» the competences are found too.</summary>
internal static class OurCrawl
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(Uri site, string file, int atOnce, string what)
    {
        var source = new SourceDefinition
        {
            Name = "invented", Title = "Вигаданий портал", Platform = "sitemap", Address = site, AllowPrivateAddress = true, KeepAuthors = true,
            Politeness = new() { Delay = TimeSpan.Zero, AtOnce = atOnce },
        };
        var prepare = Preparing(what == "tagged", source.Traits);
        using var fetcher = new PageFetchers(new FetchSettings { Contact = "mailto:benchmark@library.example" }, TimeProvider.System, NullLoggerFactory.Instance).For(source);
        var platform = AllPlatforms.Create(_ => null).Single(one => one.Name == source.Platform);
        await using var lines = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var pages = 0;
        var time = Stopwatch.StartNew();
        await foreach (var page in platform.ReadAsync(source, fetcher, null, CancellationToken.None))
        {
            var texts = new string[page.Listings.Count];
            Parallel.For(0, texts.Length, i => texts[i] = Line(prepare(page.Listings[i])));
            foreach (var text in texts) await lines.WriteLineAsync(text);
            pages += texts.Length;
        }

        await lines.FlushAsync();
        Console.WriteLine(new CrawlFigures(what, pages, time.Elapsed.TotalSeconds, Peak(), Environment.CpuUsage.TotalTime.TotalSeconds));
        return 0;
    }

    private static Func<RawListing, Course> Preparing(bool tagged, SourceTraits traits)
    {
        var normaliser = new CourseNormaliser();
        if (!tagged) return raw => normaliser.Normalise(raw, traits).Course!;
        var frameworks = FrameworkFiles.Load(Repository.Folder("config", "frameworks")).Value!;
        var lexicon = VocabularyFiles.Load(Repository.Folder("config", "vocabulary"), frameworks).Value!;
        var preparation = new ListingPreparation(normaliser, new CompetenceTagger(TextAnalysis.Load("auto"), lexicon, frameworks));
        return raw => preparation.Prepare(raw, traits).Entry!.Course;
    }

    private static string Line(Course course) => JsonSerializer.Serialize(
        new
        {
            Id = course.SourceId, course.Title, course.Summary, course.Description, Provider = course.Publisher, course.Language, Price = Wire.Name(course.Price), course.Workload,
            Start = course.Instances.Select(one => one.Start).FirstOrDefault()?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        Json);

    // The kernel's own count of the highest resident memory, which .NET does not tell of its own process.
    private static long Peak() => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))
        .Single();
}
