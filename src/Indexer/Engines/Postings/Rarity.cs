namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>How rare words are among all courses, and what that makes them say.</summary>
internal static class Rarity
{
    /// <summary>How often any of these tokens stands in a course; a course with two of them counts twice.</summary>
    public static int Frequency(this IKnownWords words, int[] tokens)
    {
        var sum = 0;
        foreach (var token in tokens)
        {
            sum += words.Frequency(token);
        }

        return sum;
    }

    /// <summary>What a word says that so many courses have: the rarer, the more.</summary>
    public static float Information(this IKnownWords words, int having) =>
        MathF.Log(1 + ((words.Courses - Math.Min(having, words.Courses) + 0.5f) / (having + 0.5f)));
}
