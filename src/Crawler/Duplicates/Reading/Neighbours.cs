using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Finds where a listing speaks of courses before or after it, or of others like it: what it links or quotes there is not itself.</summary>
internal static partial class Neighbours
{
    /// <summary>Whether such a sentence may lead to another course. With links that the text does not show, any of them may.</summary>
    public static bool In(string text, bool hasHiddenLinks) =>
        Neighbour().IsMatch(text) && (hasHiddenLinks || Sentences(text).Any(sentence => sentence.IsOfNeighbour && Lead().IsMatch(sentence.Text)));

    /// <summary>The text without these sentences; itself where it has none.</summary>
    public static string Without(string text) =>
        Neighbour().IsMatch(text) ? string.Join(' ', Sentences(text).Where(sentence => !sentence.IsOfNeighbour).Select(sentence => sentence.Text)) : text;

    /// <summary>The sentences that name a course which comes before or after it, or from which it was made.</summary>
    public static string Named(string text) => string.Join(' ', End().Split(text).Where(sentence => Another().IsMatch(sentence)));

    // What follows such a sentence may be the link that it promised.
    private static IEnumerable<(string Text, bool IsOfNeighbour)> Sentences(string text)
    {
        var before = false;
        foreach (var sentence in End().Split(text))
        {
            var own = Neighbour().IsMatch(sentence);
            yield return (sentence, own || (before && Lead().IsMatch(sentence)));
            before = own;
        }
    }

    [GeneratedRegex(@"(?<=[.!?…:])\s+|\n+", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex("[«“„\"]|https?:|\\p{L}\\.\\p{L}{2,}/|course-v1:", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:перед\s+(?:цим\s+)?курсом|продовжен\p{L}+\s+(?:курсу|серіалу|програми|циклу)|після\s+(?:цього\s+)?курсу|спочатку\s+пройд\p{L}+|(?:створен|розроблен|адаптован|переробл)\p{L}*\s+на\s+основі|prerequisite\p{L}*|before\s+this\s+course|follow-up|sequel|next\s+course|based\s+on\s+the\s+course)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Another();

    [GeneratedRegex(@"\b(?:перед\s+(?:цим\s+)?(?:курсом|початком|проходженням)|попередн\p{L}+|продовжен\p{L}+|після\s+(?:цього\s+)?(?:курсу|проходження|завершення)|спочатку\s+пройд\p{L}+|передумов\p{L}+|(?:створен|розроблен|адаптован|переробл)\p{L}*\s+на\s+основі|інші\s+курси|схожі\s+курси|також\s+(?:радимо|пропонуємо|дивіться)|prerequisite\p{L}*|before\s+this\s+course|follow-up|sequel|continues?|next\s+course|see\s+also|part\s+of|based\s+on\s+the\s+course)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Neighbour();
}
