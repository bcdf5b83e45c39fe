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

    public LearnedScores(TrainedModel model, ListingWords listing)
    {
        (_model, _bag) = (model, ListingBag.Of(listing));
        _scores = model.Linear.Score(_bag);
    }

    public double[] Competences(IReadOnlyList<Features> features) => _model.Competences(_scores, features);

    /// <summary>The most probable level, null where none is probable enough.</summary>
    public Level? Level(double[] cues)
    {
        var levels = _model.Levels(_scores, cues);
        var most = levels.Max();
        return most >= _model.Numbers.LeastLevel ? (Level)Array.IndexOf(levels, most) : null;
    }

    public IReadOnlyList<Context> Contexts(bool[] cues)
    {
        var contexts = _model.Contexts(_scores, cues);
        return [.. Enum.GetValues<Context>().Where(context => contexts[(int)context] >= _model.Numbers.LeastContext)];
    }

    /// <summary>The words that gave the most to a competence's score, most first.</summary>
    public IEnumerable<string> WordsFor(int competence)
    {
        var length = _model.Linear.Length(_bag.Subject);
        return _bag.Subject
            .Select(word => (word.Key, Gift: ListingBag.Force(word.Value) * _model.Linear.Of(word.Key).Votes[competence] / length))
            .Where(word => word.Gift >= LeastShare)
            .OrderByDescending(word => word.Gift)
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key);
    }
}
