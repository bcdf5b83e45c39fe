using DcCourseIndex.Indexer.Facets;

namespace DcCourseIndex.Indexer.Engines.Postings;

/// <summary>How much of the topics of a query a course develops, 0 to 1, worked out once for each combination of competences that there is.</summary>
internal sealed class TopicScores
{
    /// <summary>The column of facts that names a course's competences.</summary>
    public static readonly int Column = FacetKeys.Column(Facet.Competence);

    // A course that develops other competences beside is a little less about the one.
    private const double Dilution = 0.15;

    private readonly float[] _byCode;

    public TopicScores(IReadOnlyDictionary<string, double> topics, FacetMeaning competences)
    {
        _byCode = new float[competences.ByCode.Length];
        if (topics.Count == 0)
        {
            return;
        }

        var byName = Array.ConvertAll(competences.Names, name => topics.GetValueOrDefault(name));
        for (var code = 0; code < _byCode.Length; code++)
        {
            var (own, most) = (competences.ByCode[code], 0.0);
            foreach (var competence in own)
            {
                most = Math.Max(most, byName[competence]);
            }

            _byCode[code] = (float)(most / (1 + (Dilution * Math.Max(0, own.Length - 1))));
            Most = Math.Max(Most, _byCode[code]);
        }
    }

    /// <summary>What the course that fits best has.</summary>
    public float Most { get; }

    /// <summary>By the code of the competences of a course.</summary>
    public float Of(int code) => _byCode[code];

    /// <summary>The same for all codes, for whoever looks at every course.</summary>
    public ReadOnlySpan<float> ByCode => _byCode;
}
