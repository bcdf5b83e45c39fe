namespace DcCourseIndex.Catalog.Language;

/// <summary>
/// One word of a text after analysis. <paramref name="Start"/> and <paramref name="Length"/> count UTF-16 units of the text as given;
/// <paramref name="Word"/> is the folded spelling; <paramref name="Terms"/> are the lemmas (all readings of an ambiguous form, never
/// empty, the folded word itself where nothing is known); tokens with one <paramref name="Position"/> stand in one place (a hyphen compound and its first part).
/// </summary>
public readonly record struct AnalysedToken(int Start, int Length, int Position, string Word, IReadOnlyList<string> Terms);
