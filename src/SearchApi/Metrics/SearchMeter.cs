using System.Buffers;
using System.Diagnostics.Metrics;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>Measures what searches take, by what is asked, and counts those that found nothing; of the words themselves it keeps none.</summary>
internal sealed class SearchMeter
{
    /// <summary>Upper bounds in seconds: from what an answer takes to what nobody waits for.</summary>
    private static readonly double[] Bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"«»“”„");

    private readonly TimeProvider clock;
    private readonly Histogram<double> duration;
    private readonly Counter<long> empty;

    public SearchMeter(IMeterFactory meters, TimeProvider clock)
    {
        this.clock = clock;
        var meter = meters.Create(ServiceMeters.Own);
        duration = meter.CreateHistogram("dccourseindex.search.duration", "s", "Time in which the index answered, by class of query.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
        empty = meter.CreateCounter<long>("dccourseindex.search.empty", "{search}", "First pages of searches with words that found no course, by class of query.");
    }

    /// <summary>Answers and measures.</summary>
    public SearchAnswer Measured(CourseQuery query, Func<SearchAnswer> search)
    {
        var began = clock.GetTimestamp();
        var answer = search();
        var kind = new KeyValuePair<string, object?>("class", Class(query));
        duration.Record(clock.GetElapsedTime(began).TotalSeconds, kind);
        if (query.Cursor is null && answer.Problem is null && answer.Total == 0 && !string.IsNullOrWhiteSpace(query.Text))
            empty.Add(1, kind);
        return answer;
    }

    private static string Class(CourseQuery query) =>
        query.Cursor is not null ? "page"
        : string.IsNullOrWhiteSpace(query.Text) ? "browse"
        : query.Text.AsSpan().ContainsAny(Quotes) ? "phrase"
        : "words";
}
