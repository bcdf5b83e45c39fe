using DcCourseIndex.Catalog.DigComp.Learning;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>Fits the linear models of all outputs to examples.</summary>
internal static class LinearFit
{
    private const double Cost = 0.5;

    public static LinearModel Of(IReadOnlyList<Example> examples)
    {
        var rows = new SparseRows(examples);
        var (subjects, learners) = (Make(examples, rows, isOfSubject: true), Make(examples, rows, isOfSubject: false));
        var (weights, bias) = (new float[rows.Keys.Length * Outputs.Count], new float[Outputs.Count]);

        // The outputs know nothing of each other, so it does not matter which is fitted when.
        Parallel.For(0, Outputs.Count, output =>
        {
            var known = Enumerable.Range(0, examples.Count).Where(i => examples[i].Right[output] is not null).ToList();
            var made = Outputs.IsOfSubject(output) ? subjects : learners;
            var own = known.ConvertAll(i => made[i]);
            var found = SupportVectors.Fit(
                own,
                [.. own.Select(row => row.Square())],
                known.ConvertAll(i => examples[i].Right[output] == true),
                known.ConvertAll(i => Cost * examples[i].Weight),
                rows.Keys.Length);
            for (var part = 0; part < rows.Keys.Length; part++)
            {
                weights[(part * Outputs.Count) + output] = (float)found[part];
            }

            bias[output] = (float)found[^1];
        });
        return new(rows.Keys, rows.Rarity, weights, bias);
    }

    private static List<SparseRow> Make(IReadOnlyList<Example> examples, SparseRows rows, bool isOfSubject) =>
        [.. examples.Select(example => rows.Of(isOfSubject ? example.Bag.Subject : example.Bag.Learner))];
}
