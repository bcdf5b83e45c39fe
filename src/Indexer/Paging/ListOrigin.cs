using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Indexer.Paging;

/// <summary>
/// From which state of the catalogue a list was made (a print of epoch and revision) and when (seconds since 1970). Another node that stands on the
/// same state can make the list again, so a reader does not notice which of them answers, or that one was started anew.
/// </summary>
internal readonly record struct ListOrigin(long State, long Second)
{
    public static ListOrigin Of(IndexPosition position, DateTimeOffset now) => new(StateOf(position), now.ToUnixTimeSeconds());

    /// <summary>Whether the list can be made again from a snapshot, and its time is not over. The clocks of two nodes may differ by a little.</summary>
    public bool Fits(IndexPosition position, DateTimeOffset now) =>
        State == StateOf(position) && now.ToUnixTimeSeconds() - Second <= KeptLists.Lifetime.TotalSeconds;

    private static long StateOf(IndexPosition position) => BinaryPrimitives.ReadInt64LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{position.Epoch}\u001f{position.Revision}"))));
}
