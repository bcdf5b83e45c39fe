namespace DcCourseIndex.Catalog.DigComp.Learning;

/// <summary>What the linear model says of the passages of a listing one by one, per competence.</summary>
/// <param name="Best">The score of the passage that speaks most for it.</param>
/// <param name="Second">Of the one after that.</param>
/// <param name="Title">Of the title.</param>
/// <param name="Leads">So many passages speak for it more than for any other.</param>
internal sealed record PassageScores(double[] Best, double[] Second, double[] Title, int[] Leads)
{
    // What stands where there is no passage, no second one, or no title of words.
    private const double Nothing = -1.5;
    private const double NoTitle = -1;

    // Below this a passage speaks for nothing.
    private const double LeastLead = -0.6;

    public static PassageScores Of(LinearModel model, Passages passages)
    {
        var made = new PassageScores(Filled(Nothing), Filled(Nothing), Filled(NoTitle), new int[Outputs.Competences]);
        foreach (var passage in passages.All)
        {
            var scores = model.Score(passage.Words);
            var leader = 0;
            for (var c = 0; c < Outputs.Competences; c++)
            {
                leader = scores[c] > scores[leader] ? c : leader;
                (made.Best[c], made.Second[c]) = scores[c] > made.Best[c] ? (scores[c], made.Best[c]) : (made.Best[c], Math.Max(made.Second[c], scores[c]));
                made.Title[c] = passage.IsTitle ? scores[c] : made.Title[c];
            }

            made.Leads[leader] += scores[leader] > LeastLead ? 1 : 0;
        }

        return made;
    }

    private static double[] Filled(double value)
    {
        var filled = new double[Outputs.Competences];
        Array.Fill(filled, value);
        return filled;
    }
}
