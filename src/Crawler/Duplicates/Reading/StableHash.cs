namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Hashes that are the same in every process, because the store keeps them (FNV-1a with a final mixing).</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text, ulong seed = Offset)
    {
        var hash = seed;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }

        return Mix(hash);
    }

    public static ulong Join(ulong one, ulong other) => Mix((one * Prime) ^ (other + 0x9E3779B97F4A7C15));

    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
