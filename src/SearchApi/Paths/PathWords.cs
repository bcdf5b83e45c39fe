using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>Why a gap is one, and why a course is suggested for it, in the reader's language.</summary>
internal static class PathWords
{
    public static string Label(Gap gap, PageTexts texts) => CompetenceCodes.Label(gap.Framework, gap.Code, texts.Lang);

    public static string Why(Gap gap, PageTexts texts)
    {
        var words = gap switch
        {
            { Points: { } points } => texts.Fill("path.why.points", points, Digigram.MostPoints, gap.Now, gap.Target),
            { Facet: Facet.Area } => texts.Fill("path.why.letter", gap.Now, gap.Target),
            _ => texts.Fill("path.why.level", texts[$"standing.{gap.Now}"], texts.Count("count.steps", (long)gap.Size), texts[$"standing.{gap.Target}"]),
        };
        return gap.Wanted ? $"{texts["path.why.wanted"]} {words}" : words;
    }

    public static IReadOnlyList<string> Why(PathChoice choice, Gap gap, PathPreferences preferences, CourseItem item, PageTexts texts)
    {
        List<string> why = [Level(choice, gap, texts)];
        var taught = item.Competences.FirstOrDefault(competence => gap.Facet == Facet.Competence ? competence.Code == gap.Code : gap.Framework.Competences.Any(one => one.Code == competence.Code && one.Area == gap.Code));
        if (taught is not null)
            why.Add(texts.Fill(choice.Primary ? "path.because.mainly" : "path.because.also", $"{taught.Code} {taught.Label}", texts.Percent(taught.Confidence)));
        if (item.Price is not Price.Unknown)
            why.Add(texts.Value("price", Wire.Name(item.Price)));
        if (preferences.Certificate)
            why.Add(item.Credential is Credential.Certificate or Credential.Record ? texts.Value("credential", Wire.Name(item.Credential)) : texts["path.because.noCertificate"]);
        if (preferences.Tutor)
            why.Add(item.Tutor == Tutor.Yes ? texts.Value("tutor", "yes") : texts["path.because.noTutor"]);
        if (item.Language is { } language && language != texts.Lang)
            why.Add(texts.Fill("hit.language", texts.LanguageName(language)));
        return why;
    }

    /// <summary>What is missing where a gap has no course.</summary>
    public static string Missing(int anyhow, PageTexts texts) => anyhow == 0 ? texts["path.missing"] : texts.Count("count.withoutWishes", anyhow);

    private static string Level(PathChoice choice, Gap gap, PageTexts texts) => choice switch
    {
        { Fit: 3 } => texts.Fill("path.because.next", texts.Value("level", Wire.Name(gap.Next))),
        { Fit: 2 } => texts["path.because.unknownLevel"],
        { Fit: 1 } => texts.Fill("path.because.below", texts.Value("level", Wire.Name(choice.Level!.Value))),
        _ => texts.Fill("path.because.above", texts.Value("level", Wire.Name(choice.Level!.Value))),
    };
}
