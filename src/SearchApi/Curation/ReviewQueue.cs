using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Curation;

/// <summary>What somebody asks of the queue; empty sets ask for all.</summary>
internal sealed record QueueQuestion(IReadOnlySet<string> Competences, IReadOnlySet<string> Sources, string? Cursor, int Limit, string Lang);

/// <summary>A doubt in words.</summary>
internal sealed record DoubtItem(DoubtKind Kind, string Code, double Confidence, string Text);

/// <summary>A course that waits for a librarian: the course as answers show it, its doubts, how often it was shown, and the number that it is ordered by.</summary>
internal sealed record QueueItem(CourseItem Course, IReadOnlyList<DoubtItem> Doubts, long Shown, double Priority);

/// <summary>A page of the queue, the most urgent first.</summary>
internal sealed record QueueList(int Total, IReadOnlyList<QueueItem> Items, string? Next);

/// <summary>Orders doubtful courses by how doubtful they are and how often they are shown: a wrong tag that many see is looked at first.</summary>
internal sealed class ReviewQueue(DoubtBook book, ShownLedger shown, ICourseCatalog catalog, CourseItems items, Frameworks frameworks)
{
    public async Task<QueueList> ReadAsync(QueueQuestion question, CancellationToken ct)
    {
        var counts = await shown.ReadAsync(ct);
        var waiting = (await book.ReadAsync(ct))
            .Where(course => question.Competences.Count == 0 || course.Competences.Overlaps(question.Competences))
            .Where(course => question.Sources.Count == 0 || question.Sources.Contains(course.Source))
            .Select(course => (Course: course, Shown: counts.GetValueOrDefault(course.Id), Priority: Priority(course.Weight, counts.GetValueOrDefault(course.Id))))
            .OrderByDescending(one => one.Priority).ThenBy(one => one.Course.Id, StringComparer.Ordinal)
            .ToList();
        var after = question.Cursor is { } cursor ? Place(cursor)!.Value : (Priority: double.PositiveInfinity, Id: "");
        var page = waiting.Where(one => one.Priority < after.Priority || (one.Priority.Equals(after.Priority) && string.CompareOrdinal(one.Course.Id, after.Id) > 0)).Take(question.Limit + 1).ToList();
        var found = new List<QueueItem>();
        foreach (var one in page.Take(question.Limit))
            if (await catalog.FindAsync(one.Course.Id, ct) is { Course: { } known })
                found.Add(new(items.Of(PassedOnCourse.Of(known), frameworks.DigComp22, question.Lang), [.. one.Course.Doubts.Select(doubt => Item(doubt, question.Lang))], one.Shown, Math.Round(one.Priority, 4)));
        return new(waiting.Count, found, page.Count > question.Limit ? Cursor(page[question.Limit - 1].Priority, page[question.Limit - 1].Course.Id) : null);
    }

    /// <summary>Where a cursor stands; null where it is none.</summary>
    public static (double Priority, string Id)? Place(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ');
        return parts.Length == 2 && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var priority) ? (priority, parts[1]) : null;
    }

    private static string Cursor(double priority, string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{priority:R} {id}")));

    // Shown ten times as often is not ten times as urgent.
    private static double Priority(double weight, long times) => weight * (1 + Math.Log2(1 + times));

    private DoubtItem Item(Doubt doubt, string lang)
    {
        var texts = PageTexts.In(lang);
        var name = $"{doubt.Code} {CompetenceCodes.Label(frameworks.DigComp22, doubt.Code, lang)}";
        return new(doubt.Kind, doubt.Code, Math.Round(doubt.Confidence, 4), doubt.Kind switch
        {
            DoubtKind.Unsure => texts.Fill("doubt.unsure", name, texts.Percent(doubt.Confidence)),
            DoubtKind.Nearly => texts.Fill("doubt.nearly", name, texts.Percent(doubt.Confidence)),
            _ => texts.Fill("doubt.primary", name, $"{doubt.Other} {CompetenceCodes.Label(frameworks.DigComp22, doubt.Other!, lang)}"),
        });
    }
}
