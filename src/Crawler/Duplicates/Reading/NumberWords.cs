using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Numbers that a title writes in words, as figures: «п'ять хвилин» is «5 хвилин», «після шістдесяти» is «після 60».</summary>
internal static partial class NumberWords
{
    // Endings as cases bring them; «п'ятниця» and «трикутник» are no numbers.
    private static readonly (string Stem, string Figure)[] Stems =
    [
        ("п'ятдесят", "50"), ("шістдесят", "60"), ("сімдесят", "70"), ("вісімдесят", "80"), ("дев'яност", "90"), ("двадцят", "20"), ("тридцят", "30"), ("сорок", "40"), ("сто", "100"),
        ("дванадцят", "12"), ("п'ятнадцят", "15"), ("дв", "2"), ("тр", "3"), ("чотир", "4"), ("п'ят", "5"), ("шіст", "6"), ("шест", "6"), ("сім", "7"), ("сем", "7"), ("вісім", "8"), ("восьм", "8"), ("дев'ят", "9"), ("десят", "10"),
        ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"), ("seven", "7"), ("eight", "8"), ("nine", "9"), ("ten", "10"), ("twelve", "12"), ("fifteen", "15"), ("twenty", "20"), ("thirty", "30"), ("forty", "40"), ("fifty", "50"), ("hundred", "100"), ("sixty", "60"),
    ];

    /// <summary>The figure; null for a word that is no number. Takes folded words.</summary>
    public static string? Figure(string word) =>
        Form().Match(word) is { Success: true } form ? Array.Find(Stems, known => known.Stem == form.Groups["stem"].Value).Figure : null;

    [GeneratedRegex(@"^(?:(?<stem>п'ятдесят|шістдесят|сімдесят|вісімдесят|двадцят|тридцят|дванадцят|п'ятнадцят|п'ят|шіст|шест|дев'ят|десят)(?:ь|и|ьох|ьом|ьма|ьома|ох)?|(?<stem>сто)|(?<stem>дев'яност|сорок)[оа]?|(?<stem>дв)(?:а|і|ох|ом|ома)|(?<stem>тр)(?:и|ьох|ьом|ьома)|(?<stem>чотир)(?:и|ьох|ьом|ма)|(?<stem>сім|вісім)(?:ох|ом|ома)?|(?<stem>сем|восьм)(?:и|ох|ом|а)|(?<stem>two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred))\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
