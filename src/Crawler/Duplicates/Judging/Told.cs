using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>What one listing tells of another in its own words, in either language: whom it names, and what it is on.</summary>
internal static class Told
{
    /// <summary>One names the portal on which the other stands.</summary>
    public static bool Portal(Naming one, Naming other) => Names(one.Chains, other.Portals) || Names(other.Chains, one.Portals);

    /// <summary>One names a telling word of the other's institution.</summary>
    public static bool Maker(Naming one, Naming other) => Names(one.Chains, other.Makers) || Names(other.Chains, one.Makers);

    /// <summary>One names an author of the other, if only by the surname.</summary>
    public static bool Surname(Naming one, Naming other) => one.Surnames.Any(name => Names(other, name)) || other.Surnames.Any(name => Names(one, name));

    /// <summary>Both state the code of one course.</summary>
    public static bool Code(Naming one, Naming other) => ListingText.Shared(one.Codes, other.Codes) > 0;

    /// <summary>How many of the names in the listing that says less the other knows, and how many it does not.</summary>
    public static (int Known, int Strange) NamesOfShorter(Naming one, Naming other)
    {
        var (less, more) = one.Subject.Length <= other.Subject.Length ? (one, other) : (other, one);
        var known = less.Names.Count(name => Array.BinarySearch(more.Sounds, name) >= 0);
        return (known, less.Names.Length - known);
    }

    /// <summary>The share of a title's telling words that another listing has in title or text, and their number. Who teaches and where is no part of a title.</summary>
    public static (double Share, int Count) Title(Naming titled, Naming listing)
    {
        var (all, told) = (0, 0);
        foreach (var word in titled.Title)
        {
            if (Array.BinarySearch(listing.Who, word.Sound) < 0)
            {
                all++;
                told += word.IsIn(listing.Sounds, listing.Meanings) ? 1 : 0;
            }
        }

        return all == 0 ? (0, 0) : (told / (double)all, told);
    }

    /// <summary>The same of the first telling words of the listing that says less.</summary>
    public static (double Share, int Count) Subject(Naming one, Naming other)
    {
        var (less, more) = one.Subject.Length <= other.Subject.Length ? (one, other) : (other, one);
        var told = less.Subject.Count(word => word.IsIn(more.Sounds, more.Meanings));
        return less.Subject.Length == 0 ? (0, 0) : (told / (double)less.Subject.Length, told);
    }

    private static bool Names(ulong[] chains, ulong[] keys)
    {
        foreach (var key in keys)
        {
            if (Array.BinarySearch(chains, key) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(Naming listing, uint surname) => Array.BinarySearch(listing.Names, surname) >= 0 || Array.BinarySearch(listing.Surnames, surname) >= 0;
}
