using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>
/// Makes clusters of linked courses. Librarians' words come first, then addresses, keys and announcements make units, then units with like texts
/// join. Two groups become one only where nothing speaks against any two of their members, and by texts only where every unit fits every other:
/// so a chain of look-alikes never becomes one course. The same input gives the same clusters in any order.
/// </summary>
internal sealed class ClusterMaking
{
    private readonly IReadOnlyDictionary<string, CoursePrint> prints;
    private readonly EvidenceWeights weights;
    private readonly Dictionary<(string, string), DuplicateLink> links;
    private readonly ILookup<string, DuplicateLink> linksOf;
    private readonly HashSet<(string, string)> apart;
    private readonly List<(string One, string Other, string By)> together;
    private readonly Dictionary<string, List<string>> units;

    public ClusterMaking(IReadOnlyDictionary<string, CoursePrint> prints, LinkedCourses linked, EvidenceWeights? weights = null)
    {
        (this.prints, this.weights) = (prints, weights ?? EvidenceWeights.Learnt);
        links = linked.Links.Where(link => prints.ContainsKey(link.One) && prints.ContainsKey(link.Other)).ToDictionary(link => (link.One, link.Other));
        linksOf = links.Values.SelectMany(link => new[] { (link.One, link), (link.Other, link) }).ToLookup(pair => pair.Item1, pair => pair.link, StringComparer.Ordinal);
        var said = linked.Verdicts.Where(verdict => prints.ContainsKey(verdict.One) && prints.ContainsKey(verdict.Other)).ToList();
        apart = [.. said.Where(verdict => verdict.Word == DuplicateWord.Split).Select(verdict => (verdict.One, verdict.Other))];
        together = [.. said.Where(verdict => verdict.Word == DuplicateWord.Join).Select(verdict => (verdict.One, verdict.Other, verdict.By))];
        units = prints.Keys.ToDictionary(id => id, id => new List<string> { id }, StringComparer.Ordinal);
    }

    /// <summary>The cluster of each course; null for one that stands alone. <paramref name="firstSeen"/> decides whose id a cluster has.</summary>
    public Dictionary<string, CourseCluster?> Make(IReadOnlyDictionary<string, DateTimeOffset> firstSeen)
    {
        foreach (var (one, other, _) in together)
        {
            Merge(one, other);
        }

        var ordered = links.Values.OrderByDescending(link => link.Weight).ThenBy(link => link.One, StringComparer.Ordinal).ThenBy(link => link.Other, StringComparer.Ordinal).ToList();
        foreach (var link in ordered.Where(link => !IsOfEvidence(link) && units[link.One] != units[link.Other] && Bear(units[link.One], units[link.Other])))
        {
            Merge(link.One, link.Other);
        }

        // Which unit a course is in stays fixed while units join.
        var unitOf = units.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        foreach (var link in ordered.Where(link => IsOfEvidence(link) && units[link.One] != units[link.Other]))
        {
            if (!IsOutdone(link.One, link.Other, link.Weight) && !IsOutdone(link.Other, link.One, link.Weight) && !IsTranslated(link.One, link.Other) && !IsTranslated(link.Other, link.One) && Bear(units[link.One], units[link.Other]) && EveryUnitFits(units[link.One], units[link.Other], unitOf))
            {
                Merge(link.One, link.Other);
            }
        }

        return prints.Keys.ToDictionary(id => id, id => ClusterOf(id, firstSeen), StringComparer.Ordinal);
    }

    private void Merge(string one, string other)
    {
        var (mine, theirs) = (units[one], units[other]);
        if (mine == theirs)
        {
            return;
        }

        mine.AddRange(theirs);
        foreach (var id in theirs)
        {
            units[id] = mine;
        }
    }

    private bool Bear(List<string> some, List<string> others) => some.TrueForAll(one => others.TrueForAll(other =>
        !apart.Contains(Pair(one, other)) && (links.ContainsKey(Pair(one, other)) || !(AreSiblings(prints[one], prints[other]) || LookAlike.Clash(prints[one], prints[other])))));

    // A portal that lists two has two, unless something of their own says that they are one: what a third listing has of both is what a series has in common.
    private static bool AreSiblings(CoursePrint one, CoursePrint other) => one.Source == other.Source && !LookAlike.InTwoLanguages(one, other)
        && !(TitleFit.Of(one, other).IsSame && (one.StartYears.Count == 0 || other.StartYears.Count == 0 || one.StartYears.Intersect(other.StartYears).Any()));

    private bool EveryUnitFits(List<string> some, List<string> others, Dictionary<string, string[]> unitOf)
    {
        var mine = some.Select(id => unitOf[id]).Distinct();
        var theirs = others.Select(id => unitOf[id]).Distinct().ToList();
        return mine.All(unit => theirs.TrueForAll(other => unit.Any(one => other.Any(two => links.ContainsKey(Pair(one, two)) || WeighedEvidence.Fit(prints[one], prints[two], weights) || Meet(one, two, some) || Meet(one, two, others)))));
    }

    // Two that each lead to a third by what they say need not be like each other, if the third says more than one of them: a thin card between two courses joins nothing.
    private bool Meet(string one, string other, List<string> group) =>
        prints[one].Source != prints[other].Source && !LookAlike.Clash(prints[one], prints[other])
        && group.Exists(hub => hub != one && hub != other && links.ContainsKey(Pair(hub, one)) && links.ContainsKey(Pair(hub, other)) && (SaysMore(hub, one) || SaysMore(hub, other)));

    // Where a portal has a course in a language already, another one of its courses is no translation of it.
    private bool IsTranslated(string one, string other) => prints[one].Source == prints[other].Source
        && units[one].Exists(member => member != one && prints[member].Source == prints[one].Source && prints[member].Language == prints[other].Language);

    private static bool IsOfEvidence(DuplicateLink link) => link.Kind is LinkKind.Text or LinkKind.Title or LinkKind.Named;

    private bool SaysMore(string one, string other) => prints[one].Naming.Subject.Length > prints[other].Naming.Subject.Length;

    // Of a portal's courses a post is on the one that fits best, or, where that one cannot be, on none.
    private bool IsOutdone(string one, string other, double weight) =>
        linksOf[one].Any(link => link.Weight > weight && IsOfEvidence(link) && (link.One == one ? link.Other : link.One) is var rival
            && rival != other && prints[rival].Source == prints[other].Source && units[rival] != units[other]);

    private CourseCluster? ClusterOf(string id, IReadOnlyDictionary<string, DateTimeOffset> firstSeen)
    {
        var members = units[id];
        if (members.Count == 1)
        {
            return null;
        }

        var oldest = members.OrderBy(member => firstSeen[member]).ThenBy(member => member, StringComparer.Ordinal).First();
        var own = members.Where(other => other != id).SelectMany(other => Reasons(id, other)).OrderBy(link => link.Kind).ThenBy(link => link.Other, StringComparer.Ordinal);
        return new CourseCluster(oldest, [.. own]);
    }

    private IEnumerable<ClusterLink> Reasons(string id, string other)
    {
        var pair = Pair(id, other);
        foreach (var (_, _, by) in together.Where(said => Pair(said.One, said.Other) == pair))
        {
            yield return new ClusterLink(other, LinkKind.Librarian, by);
        }

        if (links.TryGetValue(pair, out var link))
        {
            yield return new ClusterLink(other, link.Kind, link.Detail);
        }
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
