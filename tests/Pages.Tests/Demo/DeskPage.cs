namespace DcCourseIndex.Pages.Tests.Demo;

/// <summary>Every room of the desk by a short name.</summary>
internal static class DeskPage
{
    public static TheoryData<string> Names =>
        ["desk", "desk-queue", "desk-course", "desk-find", "desk-mistakes", "desk-duplicates", "desk-runs", "desk-portals", "desk-portal", "desk-synonyms", "desk-lists", "desk-sources", "desk-history"];

    public static string Address(RunningDemo demo, DeskWork work, string name, string lang)
    {
        var address = name switch
        {
            "desk" => "/desk",
            "desk-course" => $"/desk/course?id={demo.Course}",
            "desk-find" => "/desk/course?id=безпека",
            "desk-portal" => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/desk/portals/{work.Portal}"),
            _ => "/desk/" + name["desk-".Length..],
        };
        return SitePage.In(lang, address);
    }
}
