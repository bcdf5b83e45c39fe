using DcCourseIndex.Benchmarks;
using DcCourseIndex.Benchmarks.Crawl;
using DcCourseIndex.Benchmarks.Load;
using DcCourseIndex.Benchmarks.Pages;
using DcCourseIndex.Benchmarks.Search;

return args switch
{
    ["search", .. var rest] => SearchBenchmark.Run(rest),
    ["search-http", .. var rest] => await HttpBenchmark.RunAsync(rest),
    ["crawl", .. var rest] => await CrawlBenchmark.RunAsync(rest),
    ["crawl-site", var pages] => await StaticSite.ServeAsync(int.Parse(pages, System.Globalization.CultureInfo.InvariantCulture)),
    ["crawl-ours", var site, var file, var atOnce, var what] => await OurCrawl.RunAsync(new Uri(site), file, int.Parse(atOnce, System.Globalization.CultureInfo.InvariantCulture), what),
    ["tagging", .. var rest] => TaggingBenchmark.Run(rest),
    ["duplicates", .. var rest] => await DuplicatesBenchmark.RunAsync(rest),
    ["readers", var site, var words, var key, var readers, var seconds, var pause] => await Readers.RunAsync(
        new Uri(site), words, key, Number(readers), TimeSpan.FromSeconds(Number(seconds)), TimeSpan.FromMilliseconds(Number(pause))),
    ["collect", var process] => await FullCollection.MakeAsync(Number(process)),
    ["pages", .. var rest] => await PagesBenchmark.RunAsync(rest),
    ["listings", var count, var file] => ListingsFile.Write(count, file),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/Benchmarks -- search --courses N [--seed 1] [--engine postings|fts5] [--index FOLDER] [--update yes] [--kinds KIND,KIND] [--postgres yes]   build an index of invented courses (or go on with the one kept in a folder) and time 200 queries
        dotnet run -c Release --project tests/Benchmarks -- search-http --data FOLDER --config FOLDER   time the same queries over HTTP on loopback
        dotnet run -c Release --project tests/Benchmarks -- crawl [--pages 5000] [--at-once 16] [--rounds 3]   harvest an invented site on loopback, beside Scrapy
        dotnet run -c Release --project tests/Benchmarks -- duplicates --courses N [--seed 1]   time the search for duplicates over invented courses
        dotnet run -c Release --project tests/Benchmarks -- tagging [FILE.jsonl] [--seconds 10]   tag listings over and over on all processors
        dotnet run -c Release --project tests/Benchmarks -- readers SITE WORDS.txt KEY N SECONDS PAUSE-MS   so many readers at a service until SIGTERM or the time is over; whatever is not 200 failed
        dotnet run -c Release --project tests/Benchmarks -- collect PROCESS-ID               have another .NET process collect all its garbage, to see what it keeps
        dotnet run -c Release --project tests/Benchmarks -- pages --data FOLDER --config FOLDER [--rounds 200]   time the server's own work on each kind of page
        dotnet run -c Release --project tests/Benchmarks -- listings N FILE.ndjson           write invented listings in the form of import
        """);
    return 2;
}
