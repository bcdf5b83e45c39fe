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
    public static bool Surname(Naming one, Naming other) => NamesOneOf(other, one.Surnames) || NamesOneOf(one, other.Surnames);

    /// <summary>Both state the code of one course.</summary>
    public static bool Code(Naming one, Naming other) => ListingText.Shared(one.Codes, other.Codes) > 0;

    /// <summary>How many of the names in the listing that says less the other knows, and how many it does not.</summary>
    public static (int Known, int Strange) NamesOfShorter(Naming one, Naming other)
    {
        var (less, more) = one.Subject.Length <= other.Subject.Length ? (one, other) : (other, one);
        var known = ListingText.Shared(less.Names, more.Sounds);
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

    /// <summary>The rarer words of a title that stand in a text one behind the other, as the title has them, at the most of all such places; and whether that is the whole title.</summary>
    public static (int Count, bool IsWhole) InOrder(uint[] title, uint[] text)
    {
        var (best, longest) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            for (var from = 0; from < title.Length; from++)
            {
                if (title[from] != text[at] || (at > 0 && from > 0 && title[from - 1] == text[at - 1]))
                {
                    continue;
                }

                var (length, rare) = (0, 0);
                for (; from + length < title.Length && at + length < text.Length && title[from + length] == text[at + length]; length++)
                {
                    rare += (int)(title[from + length] & 1);
                }

                (best, longest) = (Math.Max(best, length >= 2 ? rare : 0), Math.Max(longest, length));
            }
        }

        return (best, longest >= 2 && longest == title.Length);
    }

    /// <summary>The same of the first telling words of the listing that says less, how many of them are rare, and how many the other does not have.</summary>
    public static (double Share, int Count, int Rare, int Untold) Subject(Naming one, Naming other)
    {
        var (less, more) = one.Subject.Length <= other.Subject.Length ? (one, other) : (other, one);
        var (told, rare) = (0, 0);
        foreach (var word in less.Subject)
        {
            if (word.IsIn(more.Sounds, more.Meanings))
            {
                told++;
                rare += word.IsRare ? 1 : 0;
            }
        }

        return less.Subject.Length == 0 ? (0, 0, 0, 0) : (told / (double)less.Subject.Length, told, rare, less.Subject.Length - told);
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

    private static bool NamesOneOf(Naming listing, uint[] surnames) => ListingText.Shared(surnames, listing.Names) > 0 || ListingText.Shared(surnames, listing.Surnames) > 0;
}
