using DcCourseIndex.Catalog.DigComp.Matching;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>
/// A bag of words per competence, made of its lexicon terms and of its names in the frameworks; likeness is the cosine of TF-IDF vectors.
/// It notices a subject that is described in words of the lexicon without one of its phrases.
/// </summary>
internal sealed class Prototypes
{
    private readonly TermNumbers _numbers;
    private readonly double[] _idf;
    private readonly double _unknown;
    private readonly int _count;
    private readonly List<(int Competence, double Weight)>[] _byTerm;

    public Prototypes(Lexicon lexicon, Frameworks frameworks, List<string> codes, TextAnalysis analysis, TermNumbers numbers)
    {
        (_numbers, _count) = (numbers, codes.Count);
        var bags = codes.Select(_ => new Dictionary<int, double>()).ToArray();
        foreach (var term in lexicon.Terms.Where(term => term.Competence != Lexicon.Digital))
        {
            Pour(bags[codes.IndexOf(term.Competence)], term.Words, term.Kind == TermKind.Weak ? 0.6 : 1, analysis);
        }

        foreach (var framework in frameworks.All)
        {
            foreach (var competence in framework.Competences)
            {
                var targets = framework.Id == Frameworks.Default ? [competence.Code] : framework.ToDigComp22.GetValueOrDefault(competence.Code, []);
                foreach (var target in targets.Where(target => targets.Count == 1 && codes.Contains(target)))
                {
                    Pour(bags[codes.IndexOf(target)], $"{competence.Name.Uk} {competence.Name.En}", 1, analysis);
                }
            }
        }

        _idf = new double[numbers.Count];
        foreach (var term in bags.SelectMany(bag => bag.Keys))
        {
            _idf[term]++;
        }

        _idf = [.. _idf.Select(spread => spread == 0 ? 0 : Math.Log((codes.Count + 1) / spread))];
        _unknown = Math.Log(codes.Count + 1) / 2;
        _byTerm = new List<(int, double)>[numbers.Count];
        for (var c = 0; c < bags.Length; c++)
        {
            var weights = bags[c].Select(pair => (Term: pair.Key, Weight: (1 + Math.Log(1 + pair.Value)) * _idf[pair.Key])).ToList();
            var length = Math.Sqrt(weights.Sum(one => one.Weight * one.Weight));
            foreach (var (term, weight) in weights)
            {
                (_byTerm[term] ??= []).Add((c, weight / length));
            }
        }
    }

    /// <summary>0 to 1 for each competence.</summary>
    public double[] Likeness(ListingWords listing)
    {
        var counts = new Dictionary<int, double>();
        var strangers = 0.0;
        foreach (var field in listing.Fields)
        {
            var weight = field.Name switch { "title" => 3.0, "summary" => 1.0, _ => 0.7 };
            for (var place = 0; place < field.Text.Places.Count; place++)
            {
                if (field.Idle[place])
                {
                    continue;
                }

                var known = false;
                foreach (var reading in field.Text.Places[place].Readings)
                {
                    foreach (var term in reading.Terms)
                    {
                        if (term < _idf.Length && _idf[term] > 0)
                        {
                            known = true;
                            counts[term] = counts.GetValueOrDefault(term) + weight;
                        }
                    }
                }

                strangers += known ? 0 : 1;
            }
        }

        var sums = new double[_count];
        var square = strangers * 0.25 * _unknown * _unknown;
        foreach (var (term, count) in counts)
        {
            var weight = (1 + Math.Log(count)) * _idf[term];
            square += weight * weight;
            foreach (var (competence, part) in _byTerm[term] ?? [])
            {
                sums[competence] += weight * part;
            }
        }

        return square == 0 ? sums : [.. sums.Select(sum => sum / Math.Sqrt(square))];
    }

    private void Pour(Dictionary<int, double> bag, string words, double weight, TextAnalysis analysis)
    {
        foreach (var token in analysis.Analyse(words))
        {
            foreach (var term in token.Word.Length > 2 || char.IsUpper(words[token.Start]) ? token.Terms : [])
            {
                var number = _numbers.Of(term);
                bag[number] = bag.GetValueOrDefault(number) + weight;
            }
        }
    }
}
