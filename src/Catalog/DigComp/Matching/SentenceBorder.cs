namespace DcCourseIndex.Catalog.DigComp.Matching;

/// <summary>Where one statement of a listing ends and the next begins; list items and table cells count as sentences.</summary>
internal static class SentenceBorder
{
    public static bool Between(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (text[i] is '\n' or '|' or '•' or '·' or '⭐' or ';')
            {
                return true;
            }

            if (text[i] is '.' or '!' or '?' or '…' or ':' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
