namespace DcCourseIndex.SearchApi.Texts;

/// <summary>Which form of a noun stands after a whole number, by the rules of the Unicode CLDR for Ukrainian and English.</summary>
internal static class Plural
{
    /// <summary>Ukrainian: 0 for 1, 21; 1 for 2 to 4, 22; 2 for the rest. English: 0 for 1, else 1.</summary>
    public static int Form(string lang, long number)
    {
        if (lang != "uk")
            return number == 1 ? 0 : 1;
        var (unit, pair) = (number % 10, number % 100);
        return pair is >= 11 and <= 14 ? 2
            : unit == 1 ? 0
            : unit is >= 2 and <= 4 ? 1
            : 2;
    }
}
