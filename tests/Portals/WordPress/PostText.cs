using System.Text.RegularExpressions;
using DcCourseIndex.Portals.Courses;

namespace DcCourseIndex.Portals.WordPress;

/// <summary>Texts as WordPress renders them: entities in titles, excerpts without markup, where table cells run together.</summary>
internal static partial class PostText
{
    private const int ExcerptWords = 55;

    public static string Title(InventedPost post) => (post.Protected ? "Захищено: " : "") + post.Title
        .Replace("&", "&#038;").Replace("<", "&lt;").Replace(">", "&gt;")
        .Replace("–", "&#8211;").Replace("…", "&#8230;").Replace("'", "&#8217;");

    public static string Excerpt(InventedPost post)
    {
        if (post.Protected)
        {
            return "";
        }

        var words = Tag().Replace(post.Content, "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return $"<p>{string.Join(' ', words.Take(ExcerptWords))}{(words.Length > ExcerptWords ? " [&hellip;]" : "")}</p>\n";
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
