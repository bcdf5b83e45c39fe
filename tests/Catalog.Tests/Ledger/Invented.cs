using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

/// <summary>Invented courses.</summary>
public static class Invented
{
    public static HarvestEntry Entry(string source, string sourceId, string title = "Медіаграмотність", Tagging? tagging = null)
    {
        var url = "https://portal.example/course/" + Uri.EscapeDataString(CourseId.Of(source, sourceId));
        return new HarvestEntry(
            new RawListing { Id = sourceId, Title = title, Url = url, Description = "<p>Курс про " + title + "</p>" },
            new Course { Id = CourseId.Of(source, sourceId), Source = source, SourceId = sourceId, Title = title, Url = url },
            tagging ?? Tagged("1.2"));
    }

    public static Tagging Tagged(string code) => new()
    {
        TaggerVersion = "test",
        Primary = code,
        Competences = [new Assignment(code, 0.9, [new Evidence(EvidenceKind.Text, "title", 0, 5, "Медіа")])],
        Level = Level.Foundation,
        Contexts = [Context.Basic],
    };

    /// <summary>Courses «1» to «count» of a source.</summary>
    public static HarvestEntry[] Entries(string source, int count, string title = "Курс") =>
        [.. Enumerable.Range(1, count).Select(i => Entry(source, i.ToString(CultureInfo.InvariantCulture), $"{title} {i}"))];
}
