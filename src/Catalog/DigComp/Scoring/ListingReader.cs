using DcCourseIndex.Catalog.DigComp.Matching;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>Reads a listing's fields: finds the terms of the lexicon, leaves out boilerplate, keeps the longest of terms that overlap.</summary>
internal sealed class ListingReader
{
    /// <summary>Of long texts only the beginning is read, so that one listing cannot hold up the others. UTF-16 units.</summary>
    public const int Longest = 20_000;

    private readonly TextAnalysis _analysis;
    private readonly PhraseBook<int> _terms = new(gap: 2);
    private readonly PhraseBook<BoilerplateKind> _boilerplate = new(gap: 2);

    public ListingReader(TextAnalysis analysis, Lexicon lexicon, TermNumbers numbers)
    {
        (_analysis, Numbers) = (analysis, numbers);
        for (var i = 0; i < lexicon.Terms.Count; i++)
        {
            if (Phrase.Of(lexicon.Terms[i].Words, analysis, numbers, skipFillers: true, capitals: lexicon.Terms[i].Kind == TermKind.Name) is { } phrase)
            {
                _terms.Add(phrase, i);
            }
        }

        foreach (var words in lexicon.Boilerplate)
        {
            if (Phrase.Of(words.Words, analysis, numbers, skipFillers: true) is { } phrase)
            {
                _boilerplate.Add(phrase, words.Kind);
            }
        }
    }

    public TermNumbers Numbers { get; }

    public ListingWords Read(TaggedText listing) => new(
    [
        Field("title", listing.Title, isTitle: true, repeated: null),
        Field("summary", listing.Summary, isTitle: false, listing.Repeated),
        Field("description", listing.Description, isTitle: false, listing.Repeated),
    ]);

    private FieldWords Field(string name, string text, bool isTitle, RepeatedSentences? repeated)
    {
        var read = ReadText.Of(text.Length > Longest ? text[..Longest] : text, _analysis, Numbers);
        var (idle, silent) = (new bool[read.Places.Count], new bool[read.Places.Count]);
        foreach (var match in _boilerplate.FindIn(read))
        {
            if (match.Of == BoilerplateKind.Phrase)
            {
                Array.Fill(idle, true, match.First, match.Last - match.First + 1);
            }
            else if (!isTitle)
            {
                MarkSentence(read, match.First, match.Of == BoilerplateKind.Sentence ? [idle, silent] : [idle]);
            }
        }

        if (repeated is not null)
        {
            MarkRepeated(read, repeated, [idle, silent]);
        }

        var matches = _terms.FindIn(read).Where(match => !idle[match.First] && !idle[match.Last] && !Negation.Before(read, match.First));
        return new(name, read, LongestOnly(matches), idle, silent);
    }

    private static void MarkRepeated(ReadText read, RepeatedSentences repeated, bool[][] marks)
    {
        for (var place = 0; place < read.Places.Count; place++)
        {
            if (read.Places[place].FirstOfSentence)
            {
                var last = place;
                while (last + 1 < read.Places.Count && !read.Places[last + 1].FirstOfSentence)
                {
                    last++;
                }

                if (repeated.Contains(read.Text.AsSpan(read.Places[place].Readings[0].Start..read.Places[last].Readings[0].End)))
                {
                    MarkSentence(read, place, marks);
                }
            }
        }
    }

    private static void MarkSentence(ReadText read, int place, bool[][] marks)
    {
        var (first, last) = (place, place);
        while (first > 0 && read.Places[first - 1].Sentence == read.Places[place].Sentence)
        {
            first--;
        }

        while (last + 1 < read.Places.Count && read.Places[last + 1].Sentence == read.Places[place].Sentence)
        {
            last++;
        }

        foreach (var mark in marks)
        {
            Array.Fill(mark, true, first, last - first + 1);
        }
    }

    // «захист персональних даних» is one statement and not three; terms of the same span speak for several competences.
    private static List<PhraseMatch<int>> LongestOnly(IEnumerable<PhraseMatch<int>> matches)
    {
        var kept = new List<PhraseMatch<int>>();
        foreach (var match in matches.Distinct().OrderBy(match => match.First).ThenByDescending(match => match.Last))
        {
            if (!kept.Exists(longer => longer.First <= match.First && longer.Last >= match.Last && longer.Last - longer.First > match.Last - match.First))
            {
                kept.Add(match);
            }
        }

        return kept;
    }
}
