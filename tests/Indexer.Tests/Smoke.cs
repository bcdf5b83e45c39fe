using DcCourseIndex.Indexer.Engines.Fts5;
using DcCourseIndex.Indexer.Tests.Support;
using Xunit.Abstractions;
namespace DcCourseIndex.Indexer.Tests;
public sealed class Smoke(ITestOutputHelper output)
{
    [Fact]
    public void It_works()
    {
        using var open = new OpenIndex(f => Fts5CourseIndex.Open(f, Ground.Analysis, Ground.Frameworks), (f, c) => Fts5CourseSearcher.Open(f, Ground.Analysis, Ground.Frameworks, c, Ground.Rings));
        open.Put(Invented.Course("a.1", "Захист персональних даних", "Як зберігати дані й паролі", null, "4.2"), Invented.Course("a.2", "Онлайн-курс для вчителів: кібербезпека"), Invented.Course("a.3", "Excel для бухгалтера"));
        foreach (var q in new[] { "персональні дані", "\"персональними даними\"", "даний", "захист -паролі", "онлайн курс", "онлайн-курси", "cybersecurity", "4.2", "кібербезпкеа", "kiberbezpeka", "rs,th,tpgtrf", "учсуд", "excel паролі", "кібер*", "", "-excel", "захист персональних даних приватність", "усе про гриби" })
        {
            var a = open.Searcher.Search(new CourseQuery { Text = q, Explain = true });
            output.WriteLine($"{q}: {a.Total} {a.Confident} {a.Suggestion} {string.Join(" | ", a.Hits.Select(h => $"{h.Course.Course.Id} {h.Score:0.000} {string.Join(",", h.Highlights.Values)} {h.Explanation}"))}");
        }
        foreach (var s in new[] { "за", "кіб", "ex", "захист пер", "без" })
            output.WriteLine($"{s}: {string.Join(" | ", open.Searcher.Suggest(s, 8))}");
        output.WriteLine(string.Join(" | ", open.Searcher.Similar("a.1", 5)!.Select(h => h.Course.Course.Id)));
    }
}
