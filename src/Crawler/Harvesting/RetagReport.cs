using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>How often a competence was newly assigned, no longer assigned, or assigned with another confidence.</summary>
public sealed record CompetenceChange(int Added, int Removed, int Confidence);

/// <summary>A course before and after, in codes with confidence, the primary one with a star.</summary>
public sealed record RetagExample(string Course, string Title, string Before, string After);

/// <summary>
/// How many courses were normalised and tagged again, how many changed by it (their text, an assignment, or only the version of the tagger), and how many are
/// refused by the newer rules and stay as they are.
/// </summary>
public sealed record RetagReport(int Courses, int Changed, int Refused)
{
    /// <summary>Examples that a report holds at most.</summary>
    public const int MostExamples = 20;

    public static readonly RetagReport Nothing = new(0, 0, 0);

    /// <summary>Nothing was written: this is what would change.</summary>
    public bool DryRun { get; init; }

    /// <summary>It went on where an earlier one was cut off, whose figures are in it.</summary>
    public bool Resumed { get; init; }

    /// <summary>By code; only competences of which something changed.</summary>
    public IReadOnlyDictionary<string, CompetenceChange> Competences { get; init; } = new Dictionary<string, CompetenceChange>();

    /// <summary>Courses whose competences are others now, the first ones by id.</summary>
    public IReadOnlyList<RetagExample> Examples { get; init; } = [];

    /// <summary>Assignments that were added, removed or have another confidence.</summary>
    public int Assignments => Competences.Values.Sum(one => one.Added + one.Removed + one.Confidence);

    /// <summary>The report with a further batch.</summary>
    public RetagReport With(int courses, int refused, IReadOnlyList<Retagged> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var competences = new SortedDictionary<string, CompetenceChange>(Competences.ToDictionary(), StringComparer.Ordinal);
        foreach (var (code, change) in changed.SelectMany(Changes))
        {
            var known = competences.GetValueOrDefault(code, new(0, 0, 0));
            competences[code] = new(known.Added + change.Added, known.Removed + change.Removed, known.Confidence + change.Confidence);
        }

        return this with
        {
            Courses = Courses + courses,
            Changed = Changed + changed.Count,
            Refused = Refused + refused,
            Competences = competences,
            Examples = [.. Examples.Concat(changed.Where(HasOthers).Select(Example)).Take(MostExamples)],
        };
    }

    private static IEnumerable<(string Code, CompetenceChange Change)> Changes(Retagged one)
    {
        var before = one.Before.Competences.ToDictionary(assignment => assignment.Code, assignment => assignment.Confidence, StringComparer.Ordinal);
        var after = one.After.Competences.ToDictionary(assignment => assignment.Code, assignment => assignment.Confidence, StringComparer.Ordinal);
        foreach (var code in before.Keys.Union(after.Keys))
        {
            switch (before.ContainsKey(code), after.ContainsKey(code))
            {
                case (false, true):
                    yield return (code, new(1, 0, 0));
                    break;
                case (true, false):
                    yield return (code, new(0, 1, 0));
                    break;
                case var _ when !before[code].Equals(after[code]):
                    yield return (code, new(0, 0, 1));
                    break;
            }
        }
    }

    private static bool HasOthers(Retagged one) => !one.Before.Competences.Select(assignment => assignment.Code).ToHashSet(StringComparer.Ordinal).SetEquals(one.After.Competences.Select(assignment => assignment.Code));

    private static RetagExample Example(Retagged one) => new(one.Id, one.Title, Words(one.Before), Words(one.After));

    private static string Words(Tagging tagging) => tagging.Competences.Count == 0
        ? "none"
        : string.Join(", ", tagging.Competences.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Code}{(one.Code == tagging.Primary ? "*" : "")} {one.Confidence:0.00}")));
}
