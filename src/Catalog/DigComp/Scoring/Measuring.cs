using DcCourseIndex.Catalog.DigComp.Matching;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>Turns the terms found in a listing into <see cref="Features"/> for every competence.</summary>
internal sealed class Measuring(Lexicon lexicon, List<string> codes, Prototypes prototypes)
{
    // A text of this many telling words counts as it is; what a longer one says thins out.
    private const double UsualLength = 90;

    private readonly TermWeights _weights = new(lexicon);
    private readonly int[] _competences = [.. lexicon.Terms.Select(term => codes.IndexOf(term.Competence))];

    public Features[] Measure(ListingWords listing)
    {
        var (title, body, weak) = (new double[codes.Count], new double[codes.Count], new double[codes.Count]);
        var anchors = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var strong = listing.Fields.Sum(field => field.Matches.Count(match => IsStrong(match.Of)));
        anchors.UnionWith(listing.Fields.SelectMany(field => field.Matches).Where(match => _competences[match.Of] < 0).Select(match => lexicon.Terms[match.Of].Words));
        var isDigital = strong > 0 || anchors.Count > 1 || listing.Fields[0].Matches.Any(match => _competences[match.Of] < 0);

        foreach (var field in listing.Fields)
        {
            var thin = field.Name == "title" ? 1 : (field.Name == "summary" ? 1 : 0.7) / Math.Max(1, Math.Sqrt(field.Telling / UsualLength));
            foreach (var group in field.Matches.Where(match => _competences[match.Of] >= 0).GroupBy(match => match.Of))
            {
                var (competence, kind) = (_competences[group.Key], lexicon.Terms[group.Key].Kind);
                var worth = _weights.Of(group.Key) * (1 + (0.3 * Math.Log(group.Count()))) * thin;
                if (kind == TermKind.Weak)
                {
                    weak[competence] += isDigital ? worth * (field.Name == "title" ? 2 : 1) : 0;
                }
                else if (kind != TermKind.Name || anchors.Count > 0 || strong > 0)
                {
                    (field.Name == "title" ? title : body)[competence] += Trust(field, group) * worth;
                }
            }
        }

        var likeness = prototypes.Likeness(listing);
        var totals = codes.Select((_, c) => (2.5 * title[c]) + body[c] + (0.3 * weak[c])).ToArray();
        var (most, likest) = (Math.Max(totals.Max(), 0.5), Math.Max(likeness.Max(), 0.05));
        return [.. codes.Select((_, c) => new Features(
            Math.Log(1 + title[c]), Math.Log(1 + body[c]), Math.Log(1 + weak[c]), likeness[c] * 5, totals[c] / most, likeness[c] / likest))];
    }

    private bool IsStrong(int term) => _competences[term] >= 0 && lexicon.Terms[term].Kind is not (TermKind.Weak or TermKind.Name);

    // A capital at the beginning of a sentence proves no name.
    private double Trust(FieldWords field, IEnumerable<PhraseMatch<int>> matches) =>
        matches.All(match => lexicon.Terms[match.Of].Kind == TermKind.Name && field.Name != "title" && field.Text.Places[match.First].FirstOfSentence
            && !(lexicon.Terms[match.Of].Words is [_, var second, ..] && char.IsUpper(second))) ? 0 : 1;
}
