using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp.Scoring;

namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>What a trained model makes of one listing.</summary>
internal sealed class LearnedScores
{
    // A word that gives less than this to a score is nothing to show.
    private const double LeastShare = 0.02;

    private readonly TrainedModel _model;
    private readonly ListingBag _bag;
    private readonly double[] _scores;
    private readonly PassageScores _passages;

    public LearnedScores(TrainedModel model, ListingWords listing)
    {
        (_model, _bag) = (model, ListingBag.Of(listing));
        _scores = model.Linear.Score(_bag);
        _passages = PassageScores.Of(model.Linear, Passages.Of(listing));
    }

    public double[] Competences(IReadOnlyList<Features> features) => _model.Competences(_scores, _passages, features);

    /// <summary>The most probable level, null where none is probable enough.</summary>
    public Level? Level(double[] cues)
    {
        var levels = _model.Levels(_scores, cues);
        var most = levels.Max();
        return most >= _model.Numbers.LeastLevel ? (Level)Array.IndexOf(levels, most) : null;
    }

    /// <summary>Per purpose its probability, null where it is not probable enough.</summary>
    public double?[] Contexts(bool[] cues) =>
        [.. _model.Contexts(_scores, cues).Select(one => one >= _model.Numbers.LeastContext ? one : (double?)null)];

    /// <summary>The words that gave the most to a competence's score, most first.</summary>
    public IEnumerable<string> WordsFor(int competence) => WordsFor(_bag.Subject, competence, LeastShare);

    /// <summary>The words that gave the most to a purpose's score, most first.</summary>
    public IEnumerable<string> WordsFor(Context context) => WordsFor(_bag.Learner, Outputs.FirstContext + (int)context, least: 0);

    private IEnumerable<string> WordsFor(Dictionary<string, int> words, int output, double least)
    {
        var length = _model.Linear.Length(words);
        return words
            .Select(word => (word.Key, Gift: ListingBag.Force(word.Value) * _model.Linear.Of(word.Key).Votes[output] / length))
            .Where(word => word.Gift > 0 && word.Gift >= least)
            .OrderByDescending(word => word.Gift)
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key);
    }
}
