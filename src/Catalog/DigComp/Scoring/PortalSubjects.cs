using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>What the subjects under which a portal files a course say of its competences, by <c>subjects.tsv</c>.</summary>
internal sealed class PortalSubjects(Lexicon lexicon)
{
    // A portal files by its whole catalogue and not by the one course: less than its own word on competences.
    private const double Alone = 0.75;
    private const double Among = 0.6;

    private readonly Dictionary<string, IReadOnlyList<string>> _known = lexicon.Subjects
        .GroupBy(subject => subject.Words, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Competences, StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds to <paramref name="stated"/> what is not stated there already.</summary>
    public void AddTo(Dictionary<string, (double Confidence, Evidence Evidence)> stated, IReadOnlyList<string>? subjects)
    {
        foreach (var subject in subjects ?? [])
        {
            var codes = _known.GetValueOrDefault(subject.Trim(), []);
            foreach (var code in codes)
            {
                stated.TryAdd(code, (codes.Count == 1 ? Alone : Among, new Evidence(EvidenceKind.Source, "subjects", 0, 0, subject)));
            }
        }
    }

    /// <summary>Every subject is one that teaches nothing digital, so that only plain words count against it.</summary>
    public bool SpeakAgainst(IReadOnlyList<string>? subjects) =>
        subjects is { Count: > 0 } && subjects.All(subject => _known.TryGetValue(subject.Trim(), out var codes) && codes.Count == 0);
}
