using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Finds the label that a catalogue hangs on a title: a name in brackets, behind a bar or behind a dash.</summary>
internal static partial class TitleLabel
{
    /// <summary>Where the label begins, in UTF-16 units; behind the end where there is none.</summary>
    public static int StartOf(string title) => Label().Match(title) is { Success: true } label ? label.Groups["label"].Index : int.MaxValue;

    // Behind a dash stands a subtitle more often than a name: there one or two words, each with a capital.
    [GeneratedRegex(@"\p{L}.*(?:\s*[|•]\s*(?<label>\p{Lu}[\p{L}.’'«»""-]*(?:\s+[\p{L}.’'«»""-]+){0,3})|\s*[(\[](?<label>\p{Lu}[\p{L}.’'-]*(?:\s+[\p{L}.’'-]+){0,2})[)\]]|\s+[–—-]\s+(?<label>\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*)?))\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
