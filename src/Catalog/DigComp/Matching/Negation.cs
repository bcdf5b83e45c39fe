namespace DcCourseIndex.Catalog.DigComp.Matching;

/// <summary>«Сайт без програмування» teaches no programming: a word of denial just before a term takes its force.</summary>
internal static class Negation
{
    public static bool Before(ReadText text, int place)
    {
        if (place == 0 || text.Places[place - 1].Sentence != text.Places[place].Sentence)
        {
            return false;
        }

        var before = text.Places[place - 1].Readings[0];
        return text.Text.AsSpan(before.Start..before.End) is "без" or "Без" or "крім" or "замість" or "without" or "Without" or "no" or "No";
    }
}
