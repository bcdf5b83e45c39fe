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
    private readonly PhraseBook<bool> _boilerplate = new(gap: 2);

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
                _boilerplate.Add(phrase, words.WholeSentence);
            }
        }
    }

    public TermNumbers Numbers { get; }

    public ListingWords Read(TaggedText listing) => new(
    [
        Field("title", listing.Title, isTitle: true),
        Field("summary", listing.Summary, isTitle: false),
        Field("description", listing.Description, isTitle: false),
    ]);

    private FieldWords Field(string name, string text, bool isTitle)
    {
        var read = ReadText.Of(text.Length > Longest ? text[..Longest] : text, _analysis, Numbers);
        var idle = new bool[read.Places.Count];
        foreach (var match in _boilerplate.FindIn(read))
        {
            if (!match.Of)
            {
                Array.Fill(idle, true, match.First, match.Last - match.First + 1);
            }
            else if (!isTitle)
            {
                MarkSentence(read, match.First, idle);
            }
        }

        return new(name, read, LongestOnly(_terms.FindIn(read).Where(match => !TouchesIdle(match, idle))), idle);
    }

    private static void MarkSentence(ReadText read, int place, bool[] idle)
    {
        var sentence = read.Places[place].Sentence;
        for (var i = place; i >= 0 && read.Places[i].Sentence == sentence; i--)
        {
            idle[i] = true;
        }

        for (var i = place; i < idle.Length && read.Places[i].Sentence == sentence; i++)
        {
            idle[i] = true;
        }
    }

    private static bool TouchesIdle(PhraseMatch<int> match, bool[] idle) => idle[match.First] || idle[match.Last];

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
