using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Visibility;

/// <summary>A word of a title for which people now search another.</summary>
public sealed record TitleHint(string Title, string Word, string Current);

/// <summary>Finds words in titles that few people search for any more; in whatever form they stand.</summary>
public sealed class OutdatedTerms(TextAnalysis analysis)
{
    private readonly IReadOnlyList<(IReadOnlyList<AnalysedToken> Word, IReadOnlyList<AnalysedToken> Current, string Advised)> pairs =
        [.. Pairs().Select(pair => (analysis.Analyse(pair.Word), analysis.Analyse(pair.Current), pair.Current))];

    /// <summary>The shipped pairs, as written.</summary>
    internal static IReadOnlyList<(string Word, string Current)> Pairs()
    {
        using var stream = typeof(OutdatedTerms).Assembly.GetManifestResourceStream("outdated.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.TrimEnd('\r').Split('\t')).Select(parts => (parts[0], parts[1]))];
    }

    /// <summary>One hint for each such word; none for a title that has the current word too.</summary>
    public IEnumerable<TitleHint> In(string title)
    {
        var words = analysis.Analyse(title);
        foreach (var (word, current, advised) in pairs)
        {
            if (At(words, word) is not { } at || At(words, current) is not null) continue;
            var last = words[at + word.Count - 1];
            yield return new(title, title[words[at].Start..(last.Start + last.Length)], advised);
        }
    }

    private static int? At(IReadOnlyList<AnalysedToken> text, IReadOnlyList<AnalysedToken> sought)
    {
        for (var at = 0; at + sought.Count <= text.Count; at++)
        {
            if (sought.Select((token, i) => token.Terms.Any(term => text[at + i].Terms.Contains(term))).All(fits => fits)) return at;
        }

        return null;
    }
}
