using System.Text;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>
/// Which courses' details need no new request. A portal that sends no validators is asked for its lists every night, but for the details of a course only
/// when the list says something new of it, and otherwise after eight to fourteen days: which, its identifier decides, so that not all come in one night.
/// </summary>
public sealed class KeptDetails(PastHarvest past, IReadOnlyDictionary<string, RawListing> listings)
{
    /// <summary>Details are read again after so many days at latest.</summary>
    public const int OldestDays = 14;

    // The nights over which the courses of a portal are spread.
    private const uint SpreadDays = 7;

    /// <summary>Whether the course is known at all.</summary>
    public bool Knows(string id) => listings.ContainsKey(id);

    /// <summary>The kept listing where it may stand for the details; null: they must be asked for.</summary>
    /// <param name="entry">What the list says of the course now.</param>
    public RawListing? Fresh(string id, string entry) => Fresh(id, known => known == entry);

    /// <summary>The same where the list's word needs more than comparing: <paramref name="isUnchanged"/> is given what the list said then.</summary>
    public RawListing? Fresh(string id, Func<string, bool> isUnchanged) =>
        listings.TryGetValue(id, out var listing) && listing.Read is { } read && isUnchanged(read.Entry) && AgeInDays(read) < Due(id)
            ? listing
            : null;

    /// <summary>The last promoted listing, whenever and however it was read; null where the course is new.</summary>
    public RawListing? Last(string id) => listings.GetValueOrDefault(id);

    /// <summary>What to keep with a listing whose details were just read.</summary>
    public DetailStamp? Stamp(string entry) => past.IsKept ? new DetailStamp(past.Began, entry) : null;

    private int AgeInDays(DetailStamp read) => (past.Began.UtcDateTime.Date - read.At.UtcDateTime.Date).Days;

    // FNV-1a: the same in every process, unlike string.GetHashCode.
    private static int Due(string id)
    {
        var hash = 2166136261u;
        foreach (var one in Encoding.UTF8.GetBytes(id)) hash = (hash ^ one) * 16777619u;
        return OldestDays - (int)((hash >> 8) % SpreadDays);
    }
}
