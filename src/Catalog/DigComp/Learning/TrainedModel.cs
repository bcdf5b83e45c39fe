using DcCourseIndex.Catalog.DigComp.Scoring;

namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>What training found beside the linear model: the curves, and from which probability on something is said.</summary>
/// <param name="Codes">The competences in the order of the outputs.</param>
/// <param name="Listings">So many listings were learnt from.</param>
/// <param name="Authors">Who wrote them.</param>
/// <param name="Gate">A listing has competences at all where one of them is as probable as this.</param>
/// <param name="Beside">Beside a competence that passed the gate, others are assigned from this probability on.</param>
internal sealed record TrainedNumbers(
    IReadOnlyList<string> Codes,
    int Listings,
    IReadOnlyList<string> Authors,
    PairCurve Competence,
    Curve Level,
    Curve Context,
    double Gate,
    double Beside,
    double LeastLevel,
    double LeastContext);

/// <summary>The trained tagger as it lies in <c>config/models</c>. Safe for many threads.</summary>
public sealed class TrainedModel
{
    internal TrainedModel(LinearModel linear, TrainedNumbers numbers, string digest) => (Linear, Numbers, Digest) = (linear, numbers, digest);

    internal LinearModel Linear { get; }

    internal TrainedNumbers Numbers { get; }

    /// <summary>Another one for another model.</summary>
    public string Digest { get; }

    /// <summary>In words for <c>status</c>.</summary>
    public string Description => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"trained on {Numbers.Listings} texts of {Numbers.Authors.Count} authors ({Digest})");

    /// <summary>A probability per competence.</summary>
    internal double[] Competences(double[] scores, PassageScores passages, IReadOnlyList<Features> features) =>
        [.. Measured.Competences(scores, passages, features).Select(numbers => Numbers.Competence.Probability(numbers))];

    /// <summary>A probability per level; together they are 1.</summary>
    internal double[] Levels(double[] scores, double[] cues)
    {
        var each = Measured.Levels(scores, cues).Select(numbers => Numbers.Level.Probability(numbers)).ToArray();
        var sum = each.Sum();
        return [.. each.Select(one => one / sum)];
    }

    /// <summary>A probability per purpose.</summary>
    internal double[] Contexts(double[] scores, bool[] cues) =>
        [.. Measured.Contexts(scores, cues).Select(numbers => Numbers.Context.Probability(numbers))];
}
