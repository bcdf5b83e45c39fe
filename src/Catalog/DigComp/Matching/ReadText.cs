using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Matching;

/// <summary>One reading place of a text: a word, or a hyphen compound together with its first part. Ids are of terms that the vocabulary knows.</summary>
internal readonly record struct Place(int Sentence, bool FirstOfSentence, IReadOnlyList<Reading> Readings);

/// <summary>One word at a place: where it stands in UTF-16 units, its folded spelling, and its terms as numbers (unknown ones are left out).</summary>
internal readonly record struct Reading(int Start, int End, string Word, int[] Terms);

/// <summary>A text made ready for matching: its words in sentences.</summary>
internal sealed record ReadText(string Text, IReadOnlyList<Place> Places)
{
    public static ReadText Of(string text, TextAnalysis analysis, TermNumbers numbers)
    {
        var places = new List<Place>();
        var (sentence, end, position) = (0, 0, int.MinValue);
        foreach (var token in analysis.Analyse(text))
        {
            var reading = new Reading(token.Start, token.Start + token.Length, token.Word, numbers.Known(token.Terms));
            if (token.Position == position && places.Count > 0)
            {
                ((List<Reading>)places[^1].Readings).Add(reading);
                continue;
            }

            var opens = places.Count == 0 || SentenceBorder.Between(text, end, token.Start);
            sentence += opens ? 1 : 0;
            places.Add(new(sentence, opens, new List<Reading>(1) { reading }));
            (position, end) = (token.Position, Math.Max(end, token.Start + token.Length));
        }

        return new(text, places);
    }
}
