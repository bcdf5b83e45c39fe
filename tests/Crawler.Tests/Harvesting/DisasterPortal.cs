using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Moodle;
using DcCourseIndex.Portals.OpenEdx;
using DcCourseIndex.Portals.WordPress;

namespace DcCourseIndex.Crawler.Tests.Harvesting;

/// <summary>An invented portal of one platform with what disasters do to it: its shelf, and how a new layout looks in its lists.</summary>
internal sealed record DisasterPortal(Portals.Serving.Portal Portal, SourceDefinition Source, DisasterShelf Shelf, Func<string, string> Redesign) : IAsyncDisposable
{
    public const int Courses = 100;

    /// <summary>One helper method a platform.</summary>
    public static Task<DisasterPortal> StartAsync(string platform) => platform switch
    {
        "moodle" => MoodleAsync(),
        "openedx" => OpenEdxAsync(),
        "wordpress" => WordPressAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(platform), platform, "No portal of this platform."),
    };

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static async Task<DisasterPortal> MoodleAsync()
    {
        InventedCategory[] categories = [new(1, "Медіа"), new(2, "Безпека"), new(3, "Офіс"), new(4, "Дані")];
        var portal = await MoodlePortal.StartAsync(
            Numbers.Select(i => new InventedCourse { Id = $"{i + 1}", Name = Title(i), Summary = Text(i), Category = (i % 4) + 1 }),
            new() { Categories = categories, SummariesLimit = 1000 });
        return new(
            portal,
            SourceOf(portal, "moodle"),
            DisasterShelf.Of(portal.Courses, course => course.Id, (course, name) => course with { Name = name }),
            body => body.Replace("coursebox", "tile", StringComparison.Ordinal).Replace("/course/view.php", "/kurs", StringComparison.Ordinal));
    }

    private static async Task<DisasterPortal> OpenEdxAsync()
    {
        var portal = await OpenEdxPortal.StartAsync(Numbers.Select(i => new InventedCourse
        {
            Id = $"course-v1:Lib+C{i}+2026", Name = Title(i), Summary = "Вигаданий курс.", Overview = Text(i),
        }));
        return new(
            portal,
            SourceOf(portal, "openedx"),
            DisasterShelf.Of(portal.Courses, course => course.Id, (course, name) => course with { Name = name }),
            body => body.Replace("\"name\"", "\"display_title\"", StringComparison.Ordinal));
    }

    private static async Task<DisasterPortal> WordPressAsync()
    {
        var portal = await WordPressPortal.StartAsync(Numbers.Select(i => new InventedPost
        {
            Id = i + 1, Title = Title(i), Slug = $"kurs-{i}", Content = Text(i), Announces = 1,
        }));
        return new(
            portal,
            SourceOf(portal, "wordpress"),
            DisasterShelf.Of(portal.Posts, post => $"{post.Id}", (post, name) => post with { Title = name }),
            body => body.Replace("\"title\"", "\"heading\"", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(1, Courses);

    private static string Title(int i) => $"Онлайн-курс {i}: медіаграмотність";

    private static string Text(int i) => $"<p>Вигаданий курс номер {i} про перевірку фактів. Реєстрація триває.</p>";

    private static SourceDefinition SourceOf(Portals.Serving.Portal portal, string platform) => new()
    {
        Name = "utu",
        Title = "Вигаданий портал",
        Platform = platform,
        Address = portal.Address,
        AllowPrivateAddress = true,
        Trusted = true,
        File = "utu.yml",
        Politeness = new() { Delay = TimeSpan.Zero },
    };
}
