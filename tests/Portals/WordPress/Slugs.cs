using System.Text;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>Addresses of WordPress: percent-encoded in lower case and cut at 200 characters, about 33 Cyrillic letters.</summary>
internal static class Slugs
{
    private const int Longest = 200;

    public static string Encode(string slug)
    {
        var encoded = new StringBuilder();
        foreach (var rune in slug.EnumerateRunes())
        {
            var next = rune.IsAscii ? rune.ToString() : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(octet => $"%{octet:x2}"));
            if (encoded.Length + next.Length > Longest)
            {
                break;
            }

            encoded.Append(next);
        }

        return encoded.ToString();
    }

    /// <summary>Whether a decoded path segment is this slug, cut or not.</summary>
    public static bool Same(string slug, string segment) => segment == slug || segment == Uri.UnescapeDataString(Encode(slug));
}
