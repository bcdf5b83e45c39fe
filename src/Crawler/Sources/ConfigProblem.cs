namespace DcCourseIndex.Crawler.Sources;

/// <summary>One thing wrong with a configuration file, as a sentence with the remedy. Lines count from 1.</summary>
public sealed record ConfigProblem(string File, int? Line, string Message)
{
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Message}" : $"{File}: {Message}";
}
