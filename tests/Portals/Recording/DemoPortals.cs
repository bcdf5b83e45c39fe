using DcCourseIndex.Portals.Courses;
using DcCourseIndex.Portals.Moodle;
using DcCourseIndex.Portals.OpenEdx;
using DcCourseIndex.Portals.Serving;
using DcCourseIndex.Portals.WordPress;

namespace DcCourseIndex.Portals.Recording;

/// <summary>The four portals of the demo, with their invented names and addresses.</summary>
public static class DemoPortals
{
    private const string Everyone = "User-agent: *\nDisallow: /admin/\n";

    public static Task<OpenEdxPortal> PrometeoAsync(bool recorded = true) => OpenEdxPortal.StartAsync(InventedData.Courses("prometeo"), new()
    {
        Name = "Прометео",
        PublicAddress = Public(recorded, "https://prometeo.example"),
        Robots = Everyone,
    });

    public static Task<MoodlePortal> UtuAsync(bool recorded = true) => MoodlePortal.StartAsync(InventedData.Courses("utu"), new()
    {
        Name = "Центр дистанційного навчання Умовного технічного університету",
        ShortName = "ЦДН УТУ",
        Version = MoodleVersion.Moodle45,
        Categories = InventedData.Categories("utu"),
        PublicAddress = Public(recorded, "https://dl.utu.example"),
    });

    public static Task<MoodlePortal> GumAsync(bool recorded = true) => MoodlePortal.StartAsync(InventedData.Courses("gum"), new()
    {
        Name = "Навчальний портал Вигаданого гуманітарного університету",
        ShortName = "Портал ВГУ",
        Version = MoodleVersion.Moodle311,
        Categories = InventedData.Categories("gum"),
        MultilangFilter = false,
        PublicAddress = Public(recorded, "https://moodle.gum.example"),
    });

    public static Task<WordPressPortal> BiblioAsync(bool recorded = true) => WordPressPortal.StartAsync(InventedData.Posts("biblio"), new()
    {
        Name = "Вигадана обласна бібліотека",
        Tagline = "Хаб цифрової освіти: усі події та курси вигадані",
        Terms = InventedData.Terms("biblio"),
        PublicAddress = Public(recorded, "https://biblio.example"),
        Robots = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: https://biblio.example/wp-sitemap.xml\n",
    });

    /// <summary>Records all four below a folder <c>recordings</c>.</summary>
    public static async Task RecordAsync(string folder, CancellationToken ct = default)
    {
        await using var prometeo = await PrometeoAsync();
        await using var utu = await UtuAsync();
        await using var gum = await GumAsync();
        await using var biblio = await BiblioAsync();
        foreach (var (name, portal, walk) in new (string, Portal, IEnumerable<Ask>)[]
        {
            ("prometeo", prometeo, OpenEdxWalk.Of(prometeo)), ("utu", utu, MoodleWalk.Of(utu)), ("gum", gum, MoodleWalk.Of(gum)), ("biblio", biblio, WordPressWalk.Of(biblio)),
        })
        {
            await Recorder.RecordAsync(portal, walk, Path.Combine(folder, "recordings", name), ct);
        }
    }

    private static Uri? Public(bool recorded, string address) => recorded ? new Uri(address) : null;
}
