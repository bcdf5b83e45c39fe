using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Joins the runs of one course that a portal lists one by one, below the address of the course or beside each other.</summary>
internal static partial class Runs
{
    private const double NearlyEqual = 0.7;
    private const double Half = 0.5;
    private const double Loosely = 0.3;
    private const int EnoughWords = 8;

    private static readonly string[] RunParameters = ["session", "run", "cohort", "group", "start", "startdate", "date", "semester", "term", "edition", "stream", "potik", "intake", "launch", "season"];

    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other)
    {
        if (one.Address is not { } mine || other.Address is not { } theirs || (one.IsDated && other.IsDated))
        {
            return null;
        }

        var (ofOne, saysSo) = (OfOneCourse(mine.Text, theirs.Text), SaysSo(one) || SaysSo(other));
        var isRun = ofOne || (saysSo && Math.Min(one.Text.Words.Length, other.Text.Words.Length) >= EnoughWords);
        var least = ofOne && saysSo ? Loosely : ofOne ? Half : NearlyEqual;
        return isRun && !LookAlike.Clash(one, other) && !LookAlike.Contradict(one, other) && !LookAlike.InTwoLanguages(one, other) && TitleFit.Of(one, other).IsSame && Likeness.Texts(one.Text, other.Text) >= least
            ? PairRule.Link(one, other, LinkKind.Key, Stem(mine.Text), 3)
            : null;
    }

    // Its title names a season or an archive, or its address a run of a platform.
    private static bool SaysSo(CoursePrint listing) => listing.Marks.IsRun || listing.Key is not null;

    private static bool OfOneCourse(string one, string other) => Stem(one) == Stem(other) || Stem(one) == other || one == Stem(other);

    // «/courses/name/5» and «/courses/name/run-6» are runs of «/courses/name».
    private static string Stem(string address)
    {
        if (address.IndexOf('?', StringComparison.Ordinal) is > 0 and var query)
        {
            var kept = address[(query + 1)..].Split('&').Where(pair => !RunParameters.Contains(pair.Split('=')[0])).ToList();
            return kept.Count == 0 ? address[..query] : $"{address[..query]}?{string.Join('&', kept)}";
        }

        if (RunEnding().Match(address) is { Success: true } ending)
        {
            return address[..ending.Index];
        }

        var slash = address.LastIndexOf('/');
        var last = address[(slash + 1)..];
        return address.IndexOf('/', StringComparison.Ordinal) < slash && last.Length is > 0 and <= 12 && IsRun(last) && IsName(address[..slash]) ? address[..slash] : address;
    }

    // Behind a word like «courses» or «resource» a number is a course and no run.
    private static bool IsName(string address) => address[(address.LastIndexOf('/') + 1)..] is { Length: >= 5 } name && !CanonicalAddress.IsList(name);

    private static bool IsRun(string part) => (part.Length <= 2 && part.All(char.IsDigit))
        || ((part.StartsWith("run", StringComparison.OrdinalIgnoreCase) || part.StartsWith("session", StringComparison.OrdinalIgnoreCase)) && char.IsDigit(part[^1]));

    // «/kurs/sad-vesna» and «/kurs/sad-potik-2» are runs of «/kurs/sad».
    [GeneratedRegex(@"-(?:(?:vesna|lito|osin|zyma|spring|summer|autumn|fall|winter)|(?:run|session|cohort|potik|nabir)-?\d{1,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex RunEnding();
}
