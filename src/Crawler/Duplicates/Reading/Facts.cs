using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>What a listing counts: weeks, hours, lessons, days and months, each as a number of the unit and of how many, sorted.</summary>
internal static partial class Facts
{
    private const int UnitAt = 16;
    private const int Lessons = 5;
    private const int FirstName = 10;
    private const int MostRead = 1_500;

    private static readonly (string Stem, int Unit)[] Units =
    [
        ("тиж", 1), ("week", 1), ("wk", 1), ("год", 2), ("hour", 2), ("hr", 2), ("місяц", 3), ("міс", 3), ("month", 3), ("дн", 4), ("день", 4), ("day", 4),
        ("урок", 5), ("відеоурок", 5), ("заня", 5), ("лекц", 5), ("відео", 5), ("сері", 5), ("модул", 5), ("тем", 5), ("розділ", 5), ("фільм", 5), ("епізод", 5), ("прогулян", 5), ("зустріч", 5), ("розмов", 5), ("істор", 5), ("відеолекц", 5), ("вебінар", 5), ("пацієнт", 5), ("крок", 5),
        ("lesson", 5), ("lecture", 5), ("video", 5), ("episode", 5), ("module", 5), ("unit", 5), ("film", 5), ("session", 5), ("chapter", 5), ("stor", 5), ("walk", 5), ("patient", 5), ("step", 5), ("conversation", 5),
        ("кредит", 6), ("єктс", 6), ("credit", 6), ("ects", 6),
    ];

    // What is counted as lessons under one name may be counted otherwise under another; under the same name it may not.
    private static readonly (string Stem, int Unit)[] Names =
    [
        ("урок", 10), ("відеоурок", 10), ("lesson", 10), ("лекц", 11), ("відеолекц", 11), ("lecture", 11), ("модул", 12), ("module", 12), ("сері", 13), ("епізод", 13), ("episode", 13),
        ("тем", 14), ("розділ", 15), ("chapter", 15), ("заня", 16), ("session", 16), ("вебінар", 17), ("зустріч", 18), ("фільм", 19), ("film", 19),
    ];

    public static uint[] Of(Course course, string text)
    {
        var read = $"{course.Title} . {(text.Length <= MostRead ? text : text[..MostRead])}";
        return [.. Counted().Matches(read).SelectMany(match => Counts(match.Groups["number"].Value, match.Groups["unit"].Value))
            .Concat(Joined().Matches(read).SelectMany(match => Counts(Words[match.Groups["number"].Value.ToLowerInvariant()], match.Groups["unit"].Value)))
            .Concat(new[] { course.Duration, course.Workload }.OfType<string>().SelectMany(Lengths))
            .Where(fact => fact != 0).Distinct().Order()];
    }

    /// <summary>How many units of a kind both count, and count alike; how many lengths they count otherwise, and how many kinds of lessons.</summary>
    public static (int Same, int Other, int OtherLessons) Compare(uint[] one, uint[] other)
    {
        var (same, differing, lessons, i, j) = (0, 0, 0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var (unit, another) = (one[i] >> UnitAt, other[j] >> UnitAt);
            var (end, otherEnd) = (unit <= another ? EndOf(one, i) : i, another <= unit ? EndOf(other, j) : j);
            if (unit == another)
            {
                var shared = ListingText.Shared(one.AsSpan(i..end), other.AsSpan(j..otherEnd));
                same += unit < FirstName ? shared : 0;
                differing += shared == 0 && unit is not Lessons and < FirstName ? 1 : 0;
                lessons += shared == 0 && unit >= FirstName ? 1 : 0;
            }

            (i, j) = (end, otherEnd);
        }

        return (same, differing, lessons);
    }

    // Numbers of one unit stand together.
    private static int EndOf(uint[] facts, int from)
    {
        var end = from + 1;
        while (end < facts.Length && facts[end] >> UnitAt == facts[from] >> UnitAt)
        {
            end++;
        }

        return end;
    }

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["дво"] = "2", ["три"] = "3", ["чотири"] = "4", ["п’яти"] = "5", ["п'яти"] = "5", ["шести"] = "6", ["семи"] = "7", ["восьми"] = "8", ["дев’яти"] = "9", ["дев'яти"] = "9", ["десяти"] = "10", ["дванадцяти"] = "12",
    };

    private static IEnumerable<uint> Counts(string number, string unit) => [Fact(number, unit), Fact(number, unit, Names)];

    private static uint Fact(string number, string unit, (string Stem, int Unit)[]? units = null)
    {
        var word = unit.ToLowerInvariant();
        var kind = Array.Find(units ?? Units, known => word.StartsWith(known.Stem, StringComparison.Ordinal)).Unit;
        return kind != 0 && (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || Spelled(number, out count)) && count is > 1 and < 2_000 ? ((uint)kind << UnitAt) + (uint)count : 0;
    }

    private static bool Spelled(string words, out int count)
    {
        count = 0;
        foreach (var word in words.ToLowerInvariant().Replace('’', '\'').Replace('ʼ', '\'').Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (NumberWords.Figure(word) is not { } figure)
            {
                return false;
            }

            count += int.Parse(figure, CultureInfo.InvariantCulture);
        }

        return count > 0;
    }

    private static IEnumerable<uint> Lengths(string duration)
    {
        if (Weeks().Match(duration) is { Success: true } weeks)
        {
            yield return Fact(weeks.Groups["weeks"].Value, "week");
        }
        else if (Month().Match(duration) is { Success: true } months)
        {
            yield return Fact(months.Groups["months"].Value, "month");
        }
        else if (Day().Match(duration) is { Success: true } days)
        {
            yield return Fact(days.Groups["days"].Value, "day");
        }
        else if (duration.StartsWith("PT", StringComparison.Ordinal) && Hours(duration) is var hours and > 1 && hours == Math.Floor(hours))
        {
            yield return Fact(hours.ToString("0", CultureInfo.InvariantCulture), "hour");
        }
    }

    private static double Hours(string duration)
    {
        try
        {
            return XmlConvert.ToTimeSpan(duration).TotalHours;
        }
        catch (FormatException)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\d.,])(?<number>\d{1,4}|(?:двадцят\p{L}|тридцят\p{L}|сорок|п['’ʼ]ятдесят|twenty|thirty|forty)[ -]\p{L}[\p{L}'’ʼ]+|\p{L}[\p{L}'’ʼ]+)[\s-]*(?:(?:коротк|відкрит|навчальн|академічн|кінематограф|short|video|film|online|live|кіно|відео)\p{L}*\s+)?(?<unit>(?:тиж|год|місяц|міс|дн|день|урок|відеоурок|занят|лекц|відео|сері|модул|тем|розділ|фільм|епізод|прогулян|зустріч|розмов|істор|вебінар|пацієнт|крок|week|wk|hour|hr|month|day|lesson|lecture|video|episode|module|unit|film|session|chapter|stor|walk|patient|step|conversation|кредит|єктс|credit|ects)\p{L}*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    // «шеститижневий», «двогодинний».
    [GeneratedRegex(@"(?<!\p{L})(?<number>дво|три|чотири|п['’]яти|шести|семи|восьми|дев['’]яти|десяти|дванадцяти)(?<unit>тижн|год|місяч|денн|серій|урок)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(@"\AP(?<weeks>\d+)W\z", RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();

    [GeneratedRegex(@"\AP(?<months>\d+)M\z", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\AP(?<days>\d+)D\z", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
