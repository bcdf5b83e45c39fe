using System.Globalization;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Work;

/// <summary>What a librarian should change in a source file after a look at the portal. Pure.</summary>
public static class CheckAdvice
{
    // Fields without which a course can hardly be recommended to anybody.
    private static readonly string[] Wanted = ["summary", "level", "price", "workload"];

    // So few digital courses are a sign that the whole portal is read where a part of it is meant.
    private const double FewDigital = 0.2;

    /// <summary>Sentences, the most urgent first; empty where nothing is to be changed.</summary>
    public static IEnumerable<string> Of(SourceDefinition source, SourceLook look)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(look);
        if (look.Refusals.Count > 0) yield return Text($"{look.Refusals.Count} listings were refused; the reasons stand above, each with its remedy.");
        var digital = look.Courses.Count(entry => entry.Tagging.Competences.Count > 0);
        if (look.Courses.Count > 0 && digital < look.Courses.Count * FewDigital)
        {
            yield return Text($"Only {digital} of {look.Courses.Count} courses teach a digital competence. If the portal has a part that does, name it under categories:{(source.Platform == "recipe" ? " or read its own list (recipe: list: at:)" : "")}.");
        }

        foreach (var field in Wanted.Where(field => look.Filled.TryGetValue(field, out var share) && share == 0)) yield return $"No course has «{field}»; {Remedy(source, field)}";
        // Of a source that only takes files nobody asks anything.
        if (source.Address is null) yield break;
        if (source.Permission.State is "unknown") yield return "Nobody has asked the owner; do, and note the answer as permission: { state: asked | granted | refused, date: …, link: … }.";
        if (!source.Enabled) yield return look.Courses.Count == 0 ? "The source is not enabled; leave it so until a look shows its courses." : "The source is not enabled; when the courses above are right, set enabled: true.";
        else if (source.Schedule is null) yield return "The source has no schedule: and is harvested only by hand.";
    }

    /// <summary>In how many of the courses a field is missing.</summary>
    public static int Missing(SourceLook look, string field)
    {
        ArgumentNullException.ThrowIfNull(look);
        return (int)Math.Round((1 - look.Filled[field]) * look.Courses.Count);
    }

    private static string Remedy(SourceDefinition source, string field) => source.Platform switch
    {
        "recipe" => $"add a way to it under detail: fields: {field}: (docs/recipes.md), or under fixed: if it is the same for all.",
        "moodle" when source.TokenVariable is null && field == "summary" => "the lists show none; a web-service token (token: $NAME) may.",
        _ => "the portal does not state it; ask its owner to.",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
