using System.Buffers;

namespace DcCourseIndex.Crawler.Platforms.Sitemap;

/// <summary>Finds the JSON-LD blocks of a page without building its tree, which costs many times as much and is seldom needed. Comments, and scripts that only speak of such blocks, are passed over as a browser does.</summary>
internal static class LinkedBlocks
{
    private static readonly SearchValues<string> Marks = SearchValues.Create(["<!--", "<script"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The contents of the blocks, in order, undecoded as the content of every script is.</summary>
    public static List<string> Read(string html)
    {
        var blocks = new List<string>();
        for (var at = 0; at < html.Length;)
        {
            var found = html.AsSpan(at).IndexOfAny(Marks);
            if (found < 0) break;
            at += found;
            at = html[at + 1] == '!' ? After(html, at, "-->") : Script(html, at, blocks);
        }

        return blocks;
    }

    // Ends behind the script; one that is never closed reaches to the end of the page and is no whole block.
    private static int Script(string html, int at, List<string> blocks)
    {
        var open = html.IndexOf('>', at);
        if (open < 0) return html.Length;
        var tag = html.AsSpan(at, open - at);
        var end = html.IndexOf("</script", open, StringComparison.OrdinalIgnoreCase);
        if (end < 0) return html.Length;
        if (tag.Contains("application/ld+json", StringComparison.OrdinalIgnoreCase)) blocks.Add(html[(open + 1)..end]);
        return end + 1;
    }

    private static int After(string html, int at, string mark)
    {
        var end = html.IndexOf(mark, at, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + mark.Length;
    }
}
