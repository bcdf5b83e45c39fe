using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Gives a run up where course after course cannot be read: then the portal is out of order or changed, and no longer a single page.</summary>
/// <param name="source">Name of the source, for the message.</param>
/// <param name="what">What is read, in the plural.</param>
internal sealed class UnreadInARow(string source, string what)
{
    private const int Most = 5;
    private int unread;

    /// <summary>One more was looked at; <paramref name="failure"/> says why it could not be read, null where it could. Throws <see cref="ListingUnreliableException"/> at the fifth in a row.</summary>
    public void Note(Refusal? failure)
    {
        unread = failure is null ? 0 : unread + 1;
        if (unread == Most) throw new ListingUnreliableException($"{source}: {unread} {what} in a row could not be read, the last one: {failure!.Reason}");
    }
}
