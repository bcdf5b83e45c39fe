namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>
/// What a word shares with its translation, hashed: the beginning of its sound, which names and borrowed words keep in the other alphabet, and the English words it
/// can mean. Common words stand in listings of every subject; rare ones in hardly any. <paramref name="Sound"/> is 0 where the word is too short to be told by it.
/// </summary>
internal sealed record Sense(uint Sound, ulong LongSound, uint[] Meanings, bool IsCommon, bool IsRare)
{
    /// <summary>A sense that a listing of all these sounds and meanings, both sorted, also has.</summary>
    public bool IsIn(uint[] sounds, uint[] meanings)
    {
        if (Sound != 0 && Array.BinarySearch(sounds, Sound) >= 0)
        {
            return true;
        }

        foreach (var meaning in Meanings)
        {
            if (Array.BinarySearch(meanings, meaning) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
