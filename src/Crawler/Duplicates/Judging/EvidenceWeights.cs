namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>What each kind of evidence weighs, and the sum from which two listings are one course.</summary>
internal sealed record EvidenceWeights(IReadOnlyDictionary<Clue, double> Table, double Limit, double Slack = 3)
{
    /// <summary>Learnt from judged pairs of all writers; <c>duplicate-weights</c> in <c>tests/Quality</c> prints these numbers. Whoever changes one raises <see cref="PairRule.Version"/>.</summary>
    public static readonly EvidenceWeights Learnt = new(
        new Dictionary<Clue, double>
        {
            [Clue.TitleWords] = 2.27,
            [Clue.TitleWithin] = 1.11,
            [Clue.SmallWords] = 1.33,
            [Clue.StrangeWords] = 0.00,
            [Clue.StrangeBothWays] = 0.00,
            [Clue.StrangeBeside] = 0.00,
            [Clue.Quoted] = 1.74,
            [Clue.Text] = 0.01,
            [Clue.NearlySameText] = 1.24,
            [Clue.TextOfSameTitle] = 0.00,
            [Clue.Teacher] = 0.00,
            [Clue.Maker] = 0.73,
            [Clue.TeacherOfSameTitle] = 0.63,
            [Clue.MakerOfSameTitle] = 0.91,
            [Clue.OtherMaker] = -3.18,
            [Clue.AudienceOfOne] = -0.71,
            [Clue.PortalNamed] = 0.82,
            [Clue.MakerNamed] = 0.64,
            [Clue.Surname] = 0.35,
            [Clue.NamesKnown] = 1.04,
            [Clue.NamesStrange] = -0.93,
            [Clue.TitleTold] = 0.00,
            [Clue.Subject] = 1.96,
            [Clue.SameFacts] = 1.80,
            [Clue.OtherFacts] = -0.93,
            [Clue.Code] = 0.84,
            [Clue.TwoLanguages] = 0.81,
            [Clue.PortalAndTitle] = 1.55,
            [Clue.PeopleAndTitle] = 1.47,
            [Clue.PortalAndPeople] = 0.07,
            [Clue.PeopleAndSubject] = 0.56,
        },
        5.35);

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
        Clue.TitleWords or Clue.TitleWithin or Clue.SmallWords or Clue.TitleTold => "title",
        Clue.Quoted => "quote",
        Clue.Text or Clue.NearlySameText or Clue.TextOfSameTitle => "text",
        Clue.Teacher or Clue.TeacherOfSameTitle or Clue.Surname or Clue.PeopleAndSubject => "teacher",
        Clue.Maker or Clue.MakerOfSameTitle or Clue.MakerNamed or Clue.PeopleAndTitle => "maker",
        Clue.PortalNamed or Clue.PortalAndTitle or Clue.PortalAndPeople => "portal",
        Clue.NamesKnown => "names",
        Clue.Subject => "subject",
        Clue.SameFacts => "length",
        Clue.Code => "code",
        Clue.TwoLanguages => "language",
        _ => null,
    };
}
