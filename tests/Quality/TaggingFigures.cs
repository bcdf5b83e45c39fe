using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Quality;

/// <summary>How far tagging agrees with the labels of a set of listings. Shares from 0 to 1; NaN where there is nothing to divide by.</summary>
internal sealed record TaggingFigures(
    int Listings, double MicroF1, double Precision, double Recall, double MacroF1, double AreaF1, double PrimaryAccuracy, double DigitalAccuracy, double FalseDigital, double LevelAccuracy, double LevelSilent, double ContextF1)
{
    public static TaggingFigures Of(IReadOnlyList<(LabelledListing Gold, Tagging Found)> pairs, IReadOnlyList<string> codes)
    {
        var (p, r, micro) = Micro(pairs, code => code);
        var perCode = PerCode(pairs, codes).Select(one => one.F1).Where(f1 => !double.IsNaN(f1)).ToList();
        var none = pairs.Where(pair => pair.Gold.Competences.Count == 0).ToList();
        var levels = pairs.Where(pair => pair.Gold.Level is not null && pair.Found.Competences.Count > 0).ToList();
        var spoken = levels.Where(pair => pair.Found.Level is not null).ToList();
        return new(
            pairs.Count, micro, p, r,
            perCode.Count == 0 ? double.NaN : perCode.Average(),
            Micro(pairs, code => code[..1]).F1,
            Share(pairs.Count(pair => pair.Found.Primary == pair.Gold.Primary), pairs.Count),
            Share(pairs.Count(pair => pair.Found.Competences.Count > 0 == pair.Gold.Competences.Count > 0), pairs.Count),
            Share(none.Count(pair => pair.Found.Competences.Count > 0), none.Count),
            Share(spoken.Count(pair => Wire.Name(pair.Found.Level!.Value) == pair.Gold.Level), spoken.Count),
            Share(levels.Count - spoken.Count, levels.Count),
            Contexts(pairs));
    }

    /// <summary>Per competence: how often it is a label, how often it was found, and the F1 of that.</summary>
    public static IEnumerable<(string Code, int Labels, int Found, double F1)> PerCode(IReadOnlyList<(LabelledListing Gold, Tagging Found)> pairs, IReadOnlyList<string> codes)
    {
        foreach (var code in codes)
        {
            var (right, found, gold) = (0, 0, 0);
            foreach (var pair in pairs)
            {
                var (ours, theirs) = (Has(pair.Found, code), pair.Gold.Competences.Contains(code));
                right += ours && theirs ? 1 : 0;
                found += ours ? 1 : 0;
                gold += theirs ? 1 : 0;
            }

            yield return (code, gold, found, F1(right, found, gold));
        }
    }

    // Of the learner's purposes, over listings that are digital by label and by tagger.
    private static double Contexts(IReadOnlyList<(LabelledListing Gold, Tagging Found)> pairs)
    {
        var asked = pairs.Where(pair => pair.Gold.Context is { Count: > 0 } && pair.Found.Competences.Count > 0).ToList();
        return F1(
            asked.Sum(pair => pair.Found.Contexts.Count(context => pair.Gold.Context!.Contains(Wire.Name(context)))),
            asked.Sum(pair => pair.Found.Contexts.Count),
            asked.Sum(pair => pair.Gold.Context!.Count));
    }

    private static bool Has(Tagging found, string code) => found.Competences.Any(one => one.Code == code);

    private static (double P, double R, double F1) Micro(IEnumerable<(LabelledListing Gold, Tagging Found)> pairs, Func<string, string> key)
    {
        var (right, found, gold) = (0, 0, 0);
        foreach (var pair in pairs)
        {
            var ours = pair.Found.Competences.Select(one => key(one.Code)).ToHashSet();
            var theirs = pair.Gold.Competences.Select(key).ToHashSet();
            right += ours.Count(theirs.Contains);
            found += ours.Count;
            gold += theirs.Count;
        }

        return (Share(right, found), Share(right, gold), F1(right, found, gold));
    }

    private static double F1(int right, int found, int gold) => Share(2 * right, found + gold);

    private static double Share(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;
}
