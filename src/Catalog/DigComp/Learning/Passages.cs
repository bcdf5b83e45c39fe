using DcCourseIndex.Catalog.DigComp.Scoring;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>The title and the sentences of a listing, each with its words: a second subject of a course often has one sentence and no more.</summary>
internal sealed record Passages(IReadOnlyList<Passage> All)
{
    // One word alone says too little.
    private const int FewestWords = 2;

    public static Passages Of(ListingWords listing)
    {
        var all = new List<Passage>();
        foreach (var field in listing.Fields)
        {
            var (isTitle, sentence) = (field.Name == "title", 0);
            var words = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var place = 0; place < field.Text.Places.Count; place++)
            {
                if (field.Text.Places[place].Sentence != sentence)
                {
                    Close(all, isTitle, words);
                    (sentence, words) = (field.Text.Places[place].Sentence, new(StringComparer.Ordinal));
                }

                foreach (var reading in field.Text.Places[place].Readings)
                {
                    if (!field.Idle[place] && !StopWords.Contains(reading.Word))
                    {
                        words[reading.Word] = words.GetValueOrDefault(reading.Word) + 1;
                    }
                }
            }

            Close(all, isTitle, words);
        }

        return new(all);
    }

    private static void Close(List<Passage> all, bool isTitle, Dictionary<string, int> words)
    {
        if (words.Count > 0 && (isTitle || words.Values.Sum() >= FewestWords))
        {
            all.Add(new(isTitle, words));
        }
    }
}

/// <summary>One sentence, or the title, without boilerplate and words of no meaning.</summary>
internal sealed record Passage(bool IsTitle, Dictionary<string, int> Words);
