namespace DcCourseIndex.Crawler.Sources.Keys;

/// <summary>Every key that a source file may hold. A new key is a line here and a line in <see cref="SourceReader"/>.</summary>
public static class SourceKeys
{
    /// <summary>The keys in the order in which files are best written; <c>platform</c> takes the names of the platforms that there are.</summary>
    public static readonly IReadOnlyList<SourceKey> All =
    [
        new("name", KeyKind.Text, "The portal's name for people; the provider of courses that name none.") { IsRequired = true },
        new("platform", KeyKind.Word, "What reads the portal.") { IsRequired = true },
        new("address", KeyKind.Text, "The portal's root address; may be missing only where enabled is false.") { Pattern = "^https?://[^?#@]+$", Example = "https://dl.example.edu.ua" },
        new("lms", KeyKind.Text, "The root address of the Open edX on which the courses of the site are taught.") { Pattern = "^https?://[^?#@]+$", Example = "https://courses.example.org.ua", Platforms = ["prometheus"] },
        new("language", KeyKind.Text, "The language of courses that name none, by BCP 47; uk where it is left out.") { Pattern = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", Example = "uk" },
        new("schedule", KeyKind.Text, "When it is harvested: five-field cron, or six fields with seconds, days by name, in Kyiv time; never by itself where it is left out.") { Example = "20 2 * * *" },
        new("token", KeyKind.Text, "The name of the environment variable that holds the portal's token, with a dollar sign.") { Pattern = @"^\$[A-Za-z_][A-Za-z0-9_]*$", Example = "$MOODLE_KHPI" },
        new("categories", KeyKind.Texts, "Only these parts of the portal: names or numbers of categories, paths of pages, sets, as the platform has them.") { Example = "[Цифрові компетентності, 12]" },
        new("politeness", KeyKind.Mapping, "How gently the portal is asked.") { Example = "{ delay: 3s, window: \"01:00-06:00\" }", Inner =
        [
            new("delay", KeyKind.Text, "Time between one request and the next, at most 10m; 3s where it is left out.") { Pattern = @"^\d{1,6}(\.\d{1,3})? ?(ms|s|m)$", Example = "3s" },
            new("window", KeyKind.Text, "The hours of Kyiv time in which scheduled runs may ask.") { Pattern = @"^\s*\d\d:\d\d\s*[-–]\s*\d\d:\d\d\s*$", Example = "01:00-06:00" },
            new("atOnce", KeyKind.Number, "Requests at the same time, 1 to 16; more than 1 only for a portal of your own or one whose owner agreed.") { Example = "1" },
        ] },
        new("permission", KeyKind.Mapping, "Whether the portal's owner agreed.") { Example = "{ state: asked, date: 2026-11-20 }", Inner =
        [
            new("state", KeyKind.Word, "What the owner said.") { Allowed = ["unknown", "asked", "granted", "refused"], IsRequired = true },
            new("date", KeyKind.Text, "Since when.") { Pattern = @"^\d{4}-\d\d-\d\d$", Example = "2026-11-20" },
            new("link", KeyKind.Text, "Where it is written.") { Pattern = "^https?://", Example = "https://library.example.edu.ua/letter" },
        ] },
        new("enabled", KeyKind.Flag, "False: known, not harvested."),
        new("authors", KeyKind.Word, "Whether teachers' names are kept; drop for Moodle and keep elsewhere where it is left out.") { Allowed = ["keep", "drop"] },
        new("trusted", KeyKind.Flag, "True: a first run is not held for review."),
        new("allowPrivateAddress", KeyKind.Flag, "True: the portal lies in the library's own network."),
        new("export", KeyKind.Mapping, "What may be passed on to other portals.") { Example = "{ description: excerpt, image: link }", Inner =
        [
            new("description", KeyKind.Word, "How much of a course's description.") { Allowed = ["full", "excerpt", "none"] },
            new("image", KeyKind.Word, "Whether the address of its picture.") { Allowed = ["link", "none"] },
        ] },
        new("recorded", KeyKind.Text, "Folder of a recording that answers instead of the network, counted from this file."),
        RecipeKeys.Recipe,
    ];
}
