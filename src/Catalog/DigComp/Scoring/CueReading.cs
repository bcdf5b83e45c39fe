using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp.Matching;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>Reads level and purpose off cue words; says nothing where the text says nothing.</summary>
internal sealed class CueReading
{
    // A long description says «основи» of a single chapter.
    private const int LongText = 400;

    private readonly PhraseBook<LexiconCue> _cues = new(gap: 1);

    public CueReading(Lexicon lexicon, TextAnalysis analysis, TermNumbers numbers)
    {
        foreach (var cue in lexicon.Cues)
        {
            if (Phrase.Of(cue.Words, analysis, numbers, skipFillers: false) is { } phrase)
            {
                _cues.Add(phrase, cue);
            }
        }
    }

    /// <summary>The level with the most cues, of two equal ones the higher: «для тих, хто починає, і досвідчених» is no beginners' course.</summary>
    public static Level? LevelOf(CuesRead cues)
    {
        var most = cues.Levels.Max();
        return most > 0 ? (Level)Array.LastIndexOf(cues.Levels, most) : null;
    }

    /// <summary>The cues of a listing.</summary>
    public CuesRead Read(ListingWords listing)
    {
        var levels = new double[Wire.All<Level>().Count];
        var purposes = new List<Evidence>[Wire.All<Context>().Count];
        for (var i = 0; i < purposes.Length; i++)
        {
            purposes[i] = [];
        }

        foreach (var field in listing.Fields.Where(field => field.Name != "description" || field.Text.Places.Count < LongText))
        {
            foreach (var match in _cues.FindIn(field.Text).Where(match => !field.Silent[match.First]).DistinctBy(match => match.Of))
            {
                if (match.Of.What == "level" && Wire.TryParse<Level>(match.Of.Value, out var level))
                {
                    levels[(int)level] += field.Name == "title" ? 2 : 1;
                }
                else if (Wire.TryParse<Context>(match.Of.Value, out var context))
                {
                    purposes[(int)context].Add(EvidenceChoice.Span(field, match.Start, match.End));
                }
            }
        }

        return new(levels, purposes);
    }
}

/// <summary>The cues that a listing has: how many speak for each level, those of the title twice, and which words speak for each purpose.</summary>
internal sealed record CuesRead(double[] Levels, IReadOnlyList<Evidence>[] Purposes)
{
    /// <summary>Whether any speaks for each purpose.</summary>
    public bool[] HasPurpose => [.. Purposes.Select(spans => spans.Count > 0)];
}
