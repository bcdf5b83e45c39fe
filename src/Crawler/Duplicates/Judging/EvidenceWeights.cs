namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>What each kind of evidence weighs, and the sum from which two listings are one course.</summary>
internal sealed record EvidenceWeights(IReadOnlyDictionary<Clue, double> Table, double Limit)
{
    /// <summary>Learnt from judged pairs of all writers; <c>duplicate-weights</c> in <c>tests/Quality</c> prints these numbers. Whoever changes one raises <see cref="PairRule.Version"/>.</summary>
    public static readonly EvidenceWeights Learnt = new(
        new Dictionary<Clue, double>
        {
            [Clue.TitleWords] = 1.51,
            [Clue.TitleWithin] = 1.60,
            [Clue.SmallWords] = 1.27,
            [Clue.StrangeWords] = -0.63,
            [Clue.StrangeBothWays] = -0.59,
            [Clue.Quoted] = 1.44,
            [Clue.Text] = 1.42,
            [Clue.NearlySameText] = 1.12,
            [Clue.TextsApart] = -0.21,
            [Clue.Teacher] = 0.79,
            [Clue.Maker] = 0.49,
            [Clue.TeacherOfSameTitle] = 0.72,
            [Clue.MakerOfSameTitle] = 1.43,
            [Clue.OtherMaker] = -2.53,
            [Clue.Facts] = 0.11,
            [Clue.AudienceOfOne] = -0.49,
        },
        3.41);

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
        Clue.TitleWords or Clue.TitleWithin or Clue.SmallWords => "title",
        Clue.Quoted => "quote",
        Clue.Text or Clue.NearlySameText => "text",
        Clue.Teacher or Clue.TeacherOfSameTitle => "teacher",
        Clue.Maker or Clue.MakerOfSameTitle => "maker",
        Clue.Facts => "facts",
        _ => null,
    };
}
