using System.Text;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Hosting;

namespace DcCourseIndex.SearchApi.Queries;

/// <summary>
/// Counts in memory what is asked, and gives it to the catalogue now and then: an answer never waits for it. Bounded: while the catalogue cannot be
/// written, new texts beyond <see cref="MostTexts"/> are not counted.
/// </summary>
internal sealed class QueryLog(QueryLedger ledger, SearchApiSettings settings, TimeProvider clock)
{
    /// <summary>Different texts that wait to be written.</summary>
    public const int MostTexts = 2_000;

    private readonly Lock gate = new();
    private Dictionary<(DateOnly, string), QueryTally> waiting = [];
    private DateOnly erased;

    /// <summary>Answers a query and counts it. Only first pages count, and only those with words.</summary>
    public SearchAnswer Counted(CourseQuery query, Func<SearchAnswer> search)
    {
        var began = clock.GetTimestamp();
        var answer = search();
        if (settings.KeepQueries > 0 && query.Cursor is null && Text(query.Text) is { Length: > 0 } text && !PersonalText.Is(text))
            Add(Tally(text, query, answer, clock.GetElapsedTime(began)));
        return answer;
    }

    /// <summary>Writes what has been counted, and once a day erases what is not to be kept.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        if (Today != erased)
        {
            await ledger.EraseAsync(Today, settings.KeepQueries, ct);
            erased = Today;
        }
        var taken = Take();
        if (taken.Count == 0)
            return;
        try
        {
            await ledger.AddAsync([.. taken.Values], ct);
        }
        catch
        {
            foreach (var tally in taken.Values)
                Add(tally);
            throw;
        }
    }

    private DateOnly Today => KyivDay.Of(clock.GetUtcNow());

    // In small letters, but for the signs that are signs only in capitals: without them it would be another query.
    private static string Text(string typed)
    {
        var text = new StringBuilder();
        foreach (var word in typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            text.Append(text.Length > 0 ? " " : "").Append(word is "OR" or "АБО" ? word : word.ToLowerInvariant());
        var whole = text.ToString();
        // Half a surrogate pair is no text that a store would take.
        return (whole.Length <= QueryLedger.LongestText ? whole : whole[..(char.IsHighSurrogate(whole[QueryLedger.LongestText - 1]) ? QueryLedger.LongestText - 1 : QueryLedger.LongestText)]);
    }

    private QueryTally Tally(string text, CourseQuery query, SearchAnswer answer, TimeSpan took) => new(Today, text)
    {
        Asked = 1,
        Nothing = answer.Total == 0 && query.Filters.Count == 0 ? 1 : 0,
        Unsure = answer.Confident ? 0 : 1,
        Slow = took > QueryLedger.Slow ? 1 : 0,
        SlowestMs = (long)took.TotalMilliseconds,
        Found = answer.Total,
        Top = answer.Hits.Count > 0 ? answer.Hits[0].Course.Course.Id : null,
    };

    private void Add(QueryTally tally)
    {
        lock (gate)
        {
            var key = (tally.Day, tally.Text);
            if (waiting.TryGetValue(key, out var known))
                waiting[key] = known.And(tally);
            else if (waiting.Count < MostTexts)
                waiting.Add(key, tally);
        }
    }

    private Dictionary<(DateOnly, string), QueryTally> Take()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            return taken;
        }
    }
}
