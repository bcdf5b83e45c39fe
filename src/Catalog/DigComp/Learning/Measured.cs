using DcCourseIndex.Catalog.DigComp.Scoring;

namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>Puts together what the curves weigh: the linear model's scores beside those of lexicon, prototypes and cues.</summary>
internal static class Measured
{
    public static readonly IReadOnlyList<string> CompetenceNumbers =
    [
        "model", "model: digital", "model: before the others", "model: highest", "model: second highest", "model: highest other of the area",
        "passages: best", "passages: second", "passages: title", "passages: lead", "passages: best before the others", .. Features.Names,
    ];

    /// <summary>Per competence its numbers, as <see cref="CompetenceNumbers"/> names them.</summary>
    public static double[][] Competences(double[] scores, PassageScores passages, IReadOnlyList<Features> features)
    {
        var best = passages.Best.Max();
        var (first, second) = HighestTwo(scores.AsSpan(0, Outputs.Competences));
        var numbers = new double[Outputs.Competences][];
        for (var c = 0; c < numbers.Length; c++)
        {
            var score = scores[c];
            numbers[c] =
            [
                score, scores[Outputs.Digital], score - (score == first ? second : first), first, second, Neighbour(scores, c),
                passages.Best[c], passages.Second[c], passages.Title[c], Math.Log(1 + passages.Leads[c]), passages.Best[c] - best, .. features[c].ToArray(),
            ];
        }

        return numbers;
    }

    /// <summary>Per level: score, lead, cues, whether its cues are the most, and which level it is.</summary>
    public static double[][] Levels(double[] scores, double[] cues)
    {
        var own = scores.AsSpan(Outputs.FirstLevel, Outputs.Levels);
        var (first, second) = HighestTwo(own);
        var most = cues.Max();
        var numbers = new double[Outputs.Levels][];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = [own[i], own[i] - (own[i] == first ? second : first), Math.Log(1 + cues[i]), most > 0 && cues[i] == most ? 1 : 0, most > 0 ? 1 : 0, .. Which(i, numbers.Length)];
        }

        return numbers;
    }

    /// <summary>Per purpose: score, whether a cue speaks for it, and which purpose it is.</summary>
    public static double[][] Contexts(double[] scores, bool[] cues) =>
        [.. Enumerable.Range(0, Outputs.Contexts).Select(i => (double[])[scores[Outputs.FirstContext + i], cues[i] ? 1 : 0, .. Which(i, Outputs.Contexts)])];

    // The one that it is most easily taken for.
    private static double Neighbour(double[] scores, int competence)
    {
        var highest = double.NegativeInfinity;
        for (var other = 0; other < Outputs.Competences; other++)
        {
            highest = other != competence && Outputs.AreaOf[other] == Outputs.AreaOf[competence] ? Math.Max(highest, scores[other]) : highest;
        }

        return highest;
    }

    private static double[] Which(int one, int count)
    {
        var which = new double[count];
        which[one] = 1;
        return which;
    }

    private static (double First, double Second) HighestTwo(ReadOnlySpan<double> values)
    {
        var (first, second) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (first, second) = value > first ? (value, first) : (first, Math.Max(second, value));
        }

        return (first, second);
    }
}
