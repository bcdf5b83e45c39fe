using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>Chooses the words that show a person best why a competence was assigned.</summary>
internal static class EvidenceChoice
{
    private const int Most = 5;

    public static IReadOnlyList<Evidence> For(string code, ListingWords listing, Lexicon lexicon)
    {
        var found = listing.Fields.SelectMany(field => field.Matches
                .Where(match => lexicon.Terms[match.Of].Competence == code)
                .Select(match => (Weak: lexicon.Terms[match.Of].Kind == TermKind.Weak, field.Name, field.Text.Text, match.Start, match.End)))
            .OrderBy(one => one.Weak)
            .ToList();
        var strong = found.Any(one => !one.Weak);
        return [.. found.Where(one => !strong || !one.Weak)
            .DistinctBy(one => one.Text[one.Start..one.End].ToLowerInvariant())
            .Take(Most)
            .Select(one => new Evidence(EvidenceKind.Text, one.Name, one.Start, one.End - one.Start, one.Text[one.Start..one.End]))];
    }
}
