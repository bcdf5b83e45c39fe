namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>Divides listings for cross-fitting: by authors, because the next listing will be by another one; with fewer than three authors by turns.</summary>
internal static class AuthorFolds
{
    private const int FewestAuthors = 3;
    private const int Turns = 5;

    /// <summary>Per listing the number of its part.</summary>
    public static int[] Of(IReadOnlyList<TrainingListing> listings)
    {
        var authors = listings.Select(listing => listing.Author ?? "").Distinct().Order(StringComparer.Ordinal).ToList();
        return authors.Count >= FewestAuthors
            ? [.. listings.Select(listing => authors.IndexOf(listing.Author ?? ""))]
            : [.. listings.Select((_, i) => i % Turns)];
    }
}
