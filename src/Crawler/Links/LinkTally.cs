using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Links;

/// <summary>Counts what a check does while several hosts are asked side by side.</summary>
internal sealed class LinkTally(LinkReport opened)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> classes = new(opened.Classes, StringComparer.Ordinal);
    private LinkReport report = opened;

    public LinkReport Report
    {
        get
        {
            lock (gate)
            {
                return report with { Classes = new Dictionary<string, int>(classes, StringComparer.Ordinal) };
            }
        }
    }

    public void Judged(IReadOnlyList<LinkJudgement> judgements, int changed)
    {
        lock (gate)
        {
            report = report with { Checked = report.Checked + judgements.Count, Changed = report.Changed + changed };
            foreach (var judgement in judgements)
            {
                var name = Wire.Name(judgement.History.Class);
                classes[name] = classes.GetValueOrDefault(name) + 1;
            }
        }
    }

    public void Asked(long requests)
    {
        lock (gate)
        {
            report = report with { Requests = report.Requests + requests };
        }
    }
}
