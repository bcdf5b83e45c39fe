namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>What each kind of evidence weighs, and the sum from which two listings are one course.</summary>
internal sealed record EvidenceWeights(IReadOnlyDictionary<Clue, double> Table, double Limit, double Slack = 3)
{
    /// <summary>Learnt from judged pairs of all writers; <c>duplicate-weights</c> in <c>tests/Quality</c> prints these numbers. Whoever changes one raises <see cref="PairRule.Version"/>.</summary>
    public static readonly EvidenceWeights Learnt = new(
        new Dictionary<Clue, double>
        {
            [Clue.TitleWords] = 1.54,
            [Clue.TitleWithin] = 1.59,
            [Clue.SmallWords] = 1.26,
            [Clue.StrangeWords] = -0.64,
            [Clue.StrangeBothWays] = -0.58,
            [Clue.Quoted] = 1.43,
            [Clue.Text] = 1.46,
            [Clue.NearlySameText] = 1.13,
            [Clue.Teacher] = 0.79,
            [Clue.Maker] = 0.50,
            [Clue.TeacherOfSameTitle] = 0.73,
            [Clue.MakerOfSameTitle] = 1.43,
            [Clue.OtherMaker] = -2.53,
            [Clue.AudienceOfOne] = -0.50,
        },
        3.45);

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
        Clue.Text or Clue.NearlySameText => "text",
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
