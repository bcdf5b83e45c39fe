namespace DcCourseIndex.Catalog.DigComp;

/// <summary>What was read from files, or all that is wrong with them: <paramref name="Value"/> is null exactly where there are problems. Each problem is a sentence with file, line where there is one, and remedy.</summary>
public sealed record Loaded<T>(T? Value, IReadOnlyList<string> Problems) where T : class;
