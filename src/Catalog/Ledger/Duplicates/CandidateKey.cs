namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// The kinds of keys by which courses find each other: one that all who have it share, or one that some offer (the portal and the title of a course) and others seek
/// (a post that names a portal and a subject). Whoever only offers the same as another is not compared with it.
/// </summary>
public static class CandidateKey
{
    private const long Side = 1;
    private const long Directed = 2;

    /// <summary>A key under which all courses that have it are compared with each other.</summary>
    public static long Shared(ulong hash) => unchecked((long)hash) & ~(Side | Directed);

    /// <summary>A key under which a course is found by those that seek it.</summary>
    public static long Offered(ulong hash) => Shared(hash) | Directed;

    /// <summary>The same from the other side.</summary>
    public static long Sought(ulong hash) => Offered(hash) | Side;

    /// <summary>What both sides of a key have in common; such keys follow each other in order.</summary>
    internal static long GroupOf(long key) => key & ~Side;

    internal static bool IsSought(long key) => (key & (Side | Directed)) == (Side | Directed);
}
