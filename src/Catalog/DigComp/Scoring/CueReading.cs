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
    public (Level? Level, IReadOnlyList<Context> Contexts) Read(ListingWords listing)
    {
        var (levels, contexts) = Count(listing);
        var most = levels.Max();
        return (most > 0 ? (Level)Array.LastIndexOf(levels, most) : null, [.. Enum.GetValues<Context>().Where(context => contexts[(int)context])]);
    }

    /// <summary>The cues themselves: how many speak for each level, those of the title twice, and whether any speaks for each purpose.</summary>
    public (double[] Levels, bool[] Contexts) Count(ListingWords listing)
    {
        var (levels, contexts) = (new double[Wire.All<Level>().Count], new bool[Wire.All<Context>().Count]);
        foreach (var field in listing.Fields.Where(field => field.Name != "description" || field.Text.Places.Count < LongText))
        {
            foreach (var cue in _cues.FindIn(field.Text).Where(match => !field.Silent[match.First]).Select(match => match.Of).Distinct())
            {
                if (cue.What == "level" && Wire.TryParse<Level>(cue.Value, out var level))
                {
                    levels[(int)level] += field.Name == "title" ? 2 : 1;
                }
                else if (Wire.TryParse<Context>(cue.Value, out var context))
                {
                    contexts[(int)context] = true;
                }
            }
        }

        return (levels, contexts);
    }
}
