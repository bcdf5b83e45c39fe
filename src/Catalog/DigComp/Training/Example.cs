using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.DigComp.Scoring;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>One text to learn from: its words, and per output whether it is right, wrong, or not known (null).</summary>
/// <param name="Weight">What it counts beside a listing, which counts 1.</param>
internal record Example(ListingBag Bag, bool?[] Right, double Weight);

/// <summary>A labelled listing made ready, with what lexicon and cues say of it.</summary>
internal sealed record ListingExample(
    ListingBag Bag, Passages Passages, bool?[] Right, TrainingListing Listing, IReadOnlyList<Features> Features, double[] LevelCues, bool[] ContextCues) : Example(Bag, Right, 1)
{
    public bool IsDigital => Listing.Competences.Count > 0;

    /// <summary>Of a listing without competences neither level nor purpose is asked.</summary>
    public static bool?[] Answers(TrainingListing listing, IReadOnlyList<string> codes)
    {
        var right = new bool?[Outputs.Count];
        for (var c = 0; c < codes.Count; c++)
        {
            right[c] = listing.Competences.Contains(codes[c]);
        }

        right[Outputs.Digital] = listing.Competences.Count > 0;
        if (listing.Competences.Count > 0)
        {
            for (var i = 0; listing.Level is not null && i < Outputs.Levels; i++)
            {
                right[Outputs.FirstLevel + i] = Wire.All<Level>()[i] == listing.Level;
            }

            for (var i = 0; listing.Context is not null && i < Outputs.Contexts; i++)
            {
                right[Outputs.FirstContext + i] = listing.Context.Contains(Wire.All<Context>()[i]);
            }
        }

        return right;
    }
}
