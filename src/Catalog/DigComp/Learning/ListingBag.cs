using DcCourseIndex.Catalog.DigComp.Scoring;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>
/// The words of a listing and how often each stands there: <paramref name="Subject"/> without what is boilerplate or demanded of the
/// learner, <paramref name="Learner"/> with the latter, because it tells the level. Spelling as folded, so that it is the same with and
/// without a dictionary.
/// </summary>
internal sealed record ListingBag(Dictionary<string, int> Subject, Dictionary<string, int> Learner)
{
    // A title is chosen with more care than any sentence below it.
    private const int TitleCounts = 2;

    public static ListingBag Of(ListingWords listing)
    {
        var (subject, learner) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var field in listing.Fields)
        {
            for (var place = 0; place < field.Text.Places.Count; place++)
            {
                foreach (var reading in field.Text.Places[place].Readings)
                {
                    if (StopWords.Contains(reading.Word))
                    {
                        continue;
                    }

                    if (!field.Silent[place])
                    {
                        learner[reading.Word] = learner.GetValueOrDefault(reading.Word) + 1;
                    }

                    if (!field.Idle[place])
                    {
                        subject[reading.Word] = subject.GetValueOrDefault(reading.Word) + (field.Name == "title" ? TitleCounts : 1);
                    }
                }
            }
        }

        return new(subject, learner);
    }

    /// <summary>What a word counts that stands in a listing so many times.</summary>
    public static double Force(int times) => 1 + Math.Log(times);
}
