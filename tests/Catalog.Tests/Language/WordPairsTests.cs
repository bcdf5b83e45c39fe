using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Tests.DigComp;
using Xunit.Abstractions;

namespace DcCourseIndex.Catalog.Tests.Language;

/// <summary>Words that a searcher takes for one and words that he does not, listed by another writer than the rules. The command <c>words</c> of tests/Quality shows each.</summary>
public sealed class WordPairsTests(ITestOutputHelper output)
{
    [Fact]
    public void With_the_dictionary_nearly_all_pairs_are_right()
    {
        if (Shared.Dictionary(output) is { } analysis) Assert.InRange(Right(analysis), 0.98, 1);
    }

    [Fact]
    public void Without_the_dictionary_most_pairs_are_right() => Assert.InRange(Right(Shared.Stemmer), 0.94, 1);

    private static double Right(TextAnalysis analysis)
    {
        var pairs = File.ReadAllLines(Path.Combine(ProjectFiles.Root, "tests", "Quality", "data", "words", "pairs.tsv")).Select(line => line.Split('\t')).ToList();
        return (double)pairs.Count(pair => (Finds(pair[1], pair[2]) || Finds(pair[2], pair[1])) == (pair[0] == "conflate")) / pairs.Count;

        bool Finds(string query, string text)
        {
            var terms = analysis.Analyse(text).SelectMany(token => token.Terms).ToHashSet(StringComparer.Ordinal);
            return analysis.Analyse(query).GroupBy(token => token.Position).All(place => place.Any(token => token.Terms.Any(terms.Contains)));
        }
    }
}
