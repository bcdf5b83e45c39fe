namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>What each kind of evidence weighs, and the sum from which two listings are one course.</summary>
internal sealed record EvidenceWeights(IReadOnlyDictionary<Clue, double> Table, double Limit, double Slack = 3)
{
    /// <summary>Learnt from judged pairs of all writers; <c>duplicate-weights</c> in <c>tests/Quality</c> prints these numbers. Whoever changes one raises <see cref="PairRule.Version"/>.</summary>
    public static readonly EvidenceWeights Learnt = new(
        new Dictionary<Clue, double>
        {
            [Clue.TitleWords] = 1.68,
            [Clue.TitleWithin] = 0.65,
            [Clue.SmallWords] = 1.46,
            [Clue.Quoted] = 1.42,
            [Clue.Text] = 0.51,
            [Clue.NearlySameText] = 0.60,
            [Clue.Maker] = 0.59,
            [Clue.TeacherOfSameTitle] = 0.51,
            [Clue.MakerOfSameTitle] = 1.05,
            [Clue.OtherMaker] = -2.69,
            [Clue.AudienceOfOne] = -0.11,
            [Clue.PortalNamed] = 0.27,
            [Clue.MakerNamed] = 0.73,
            [Clue.Surname] = 0.22,
            [Clue.NamesKnown] = 1.02,
            [Clue.NamesStrange] = -0.79,
            [Clue.TitleTold] = 0.57,
            [Clue.TitleInOrder] = 1.71,
            [Clue.Subject] = 1.21,
            [Clue.RareWords] = 1.33,
            [Clue.Untold] = -1.49,
            [Clue.SameFacts] = 2.05,
            [Clue.OtherFacts] = -0.50,
            [Clue.OtherLessons] = -0.83,
            [Clue.SameNumbers] = 0.97,
            [Clue.Code] = 0.51,
            [Clue.TwoLanguages] = 0.60,
            [Clue.PortalAndTitle] = 1.19,
            [Clue.PeopleAndTitle] = 1.42,
            [Clue.PortalAndPeople] = 0.11,
            [Clue.PeopleAndSubject] = 0.49,
        },
        5.84);

    /// <summary>Nothing is enough: only addresses, keys and links join.</summary>
    public static readonly EvidenceWeights None = new(new Dictionary<Clue, double>(), double.PositiveInfinity);

    private readonly double[] row = [.. Enum.GetValues<Clue>().Select(kind => Table.GetValueOrDefault(kind))];

    public double Sum(double[] values)
    {
        var sum = 0.0;
        for (var kind = 0; kind < row.Length; kind++)
        {
            sum += row[kind] * values[kind];
        }

        return sum;
    }

    /// <summary>What can only speak for one course, however it is weighed; the rest can only speak against it.</summary>
    public static bool SpeaksFor(Clue kind) => Name(kind) is not null;

    /// <summary>What a librarian is told of a kind that speaks for one course; null for what speaks against it.</summary>
    public static string? Name(Clue kind) => kind switch
    {
        Clue.TitleWords or Clue.TitleWithin or Clue.SmallWords or Clue.TitleTold or Clue.TitleInOrder or Clue.SameNumbers => "title",
        Clue.Quoted => "quote",
        Clue.Text or Clue.NearlySameText => "text",
        Clue.TeacherOfSameTitle or Clue.Surname or Clue.PeopleAndSubject => "teacher",
        Clue.Maker or Clue.MakerOfSameTitle or Clue.MakerNamed or Clue.PeopleAndTitle => "maker",
        Clue.PortalNamed or Clue.PortalAndTitle or Clue.PortalAndPeople => "portal",
        Clue.NamesKnown => "names",
        Clue.Subject or Clue.RareWords => "subject",
        Clue.SameFacts => "length",
        Clue.Code => "code",
        Clue.TwoLanguages => "language",
        _ => null,
    };
}
