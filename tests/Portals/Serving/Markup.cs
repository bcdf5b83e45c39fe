namespace DcCourseIndex.Portals.Serving;

/// <summary>Text that stands inside HTML or XML.</summary>
internal static class Markup
{
    /// <summary>Only what must be escaped, as PHP's htmlspecialchars and Django do; Cyrillic and quotation marks stay letters.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;");
}
