namespace DcCourseIndex.Pages.Tests.Demo;

/// <summary>Every kind of page by a short name.</summary>
internal static class SitePage
{
    public static IReadOnlyList<string> All { get; } =
    [
        "start", "search", "empty", "course", "competences", "competences-3", "competences-ua", "coverage", "path", "shared", "sheet", "places", "list", "nothing-listed",
        "a4", "a5", "poster", "list-a4", "sources", "source", "run", "api", "help", "widget", "embed", "wrong", "path-area", "mistake", "sign-in",
    ];

    public static TheoryData<string> Names => [.. All];

    public static TheoryData<string> Papers => ["a4", "a5", "poster", "list-a4", "list-a5", "sheet"];

    /// <summary>The page's address in a language.</summary>
    public static string Address(RunningDemo demo, string name, string lang)
    {
        var address = name switch
        {
            "start" => "/",
            "search" => "/?q=безпека&level=foundation",
            "empty" => "/?q=риболовля&level=advanced",
            "course" => $"/courses/{demo.Course}",
            "competences" => "/competences",
            "competences-3" => "/competences?framework=digcomp-3.0",
            "competences-ua" => "/competences?framework=digcomp-ua",
            "coverage" => "/coverage",
            "path" => "/path",
            "shared" => "/path/shared?levels=12f.42n.41n",
            "sheet" => "/path/sheet",
            "places" => "/places",
            "list" => $"/list?list={demo.List}",
            "nothing-listed" => "/list",
            "a4" => $"/courses/{demo.Course}/print",
            "a5" => $"/courses/{demo.Course}/print?size=a5",
            "poster" => $"/courses/{demo.Course}/print?size=poster",
            "list-a4" => $"/list/print?list={demo.List}",
            "list-a5" => $"/list/print?size=a5&list={demo.List}",
            "sources" => "/sources",
            "source" => $"/sources/{demo.Source}",
            "run" => $"/sources/{demo.Source}/runs/{demo.Run}",
            "api" => "/api",
            "help" => "/help",
            "widget" => "/widget?view=search",
            "embed" => $"/list/embed?list={demo.List}",
            "wrong" => "/courses/demo.nothing",
            "path-area" => "/path?area=4",
            "mistake" => $"/courses/{demo.Course}/mistake",
            "sign-in" => "/desk",
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such page."),
        };
        return In(lang, address);
    }

    public static string In(string lang, string address) => lang == "en" ? address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "lang=en" : address;

    public static int Status(string name) => name == "wrong" ? 404 : 200;
}
