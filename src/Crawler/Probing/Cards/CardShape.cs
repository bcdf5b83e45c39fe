namespace DcCourseIndex.Crawler.Probing.Cards;

/// <summary>How a page lists its courses, in the words of a recipe.</summary>
/// <param name="Path">Below which folder the listed courses lie.</param>
/// <param name="Items">The selector of one course.</param>
/// <param name="Title">The way to its title.</param>
/// <param name="Url">The way to its address.</param>
/// <param name="Paging">The line that says how the list goes on; null: it does not, or nobody can tell.</param>
internal sealed record CardShape(CoursePath Path, string Items, string Title, string Url, string? Paging)
{
    /// <summary>The selector of a card's price in words; null where most cards name none.</summary>
    public string? Price { get; init; }

    /// <summary>The cards have pictures.</summary>
    public bool HasImages { get; init; }
}
