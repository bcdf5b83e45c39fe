using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Joins the runs of one course that a portal lists one by one, below the address of the course or beside each other.</summary>
internal static class Runs
{
    private const double Equal = 0.9;

    private static readonly string[] RunParameters = ["session", "run", "cohort", "group", "start", "startdate", "date", "semester", "term", "edition"];

    public static DuplicateLink? Judge(CoursePrint one, CoursePrint other) =>
        one.Address is { } mine && other.Address is { } theirs && OfOneCourse(mine.Text, theirs.Text)
        && !LookAlike.Contradict(one, other) && Likeness.SameTitle(one, other) && Likeness.Texts(one.Text, other.Text) >= Equal
            ? PairRule.Link(one, other, LinkKind.Key, Stem(mine.Text), 3)
            : null;

    private static bool OfOneCourse(string one, string other) => Stem(one) == Stem(other) || Stem(one) == other || one == Stem(other);

    // «/courses/name/5» and «/courses/name/run-6» are runs of «/courses/name».
    private static string Stem(string address)
    {
        if (address.IndexOf('?', StringComparison.Ordinal) is > 0 and var query)
        {
            var kept = address[(query + 1)..].Split('&').Where(pair => !RunParameters.Contains(pair.Split('=')[0])).ToList();
            return kept.Count == 0 ? address[..query] : $"{address[..query]}?{string.Join('&', kept)}";
        }

        var slash = address.LastIndexOf('/');
        var last = address[(slash + 1)..];
        return address.IndexOf('/', StringComparison.Ordinal) < slash && last.Length is > 0 and <= 12 && IsRun(last) && IsName(address[..slash]) ? address[..slash] : address;
    }

    // Behind a word like «courses» or «resource» a number is a course and no run.
    private static bool IsName(string address) => address[(address.LastIndexOf('/') + 1)..] is { Length: >= 5 } name && !CanonicalAddress.IsList(name);

    private static bool IsRun(string part) => (part.Length <= 2 && part.All(char.IsDigit))
        || ((part.StartsWith("run", StringComparison.OrdinalIgnoreCase) || part.StartsWith("session", StringComparison.OrdinalIgnoreCase)) && char.IsDigit(part[^1]));
}
