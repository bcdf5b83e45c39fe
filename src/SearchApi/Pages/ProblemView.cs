using DcCourseIndex.SearchApi.Problems;

namespace DcCourseIndex.SearchApi.Pages;

/// <summary>A refusal as a reader sees it.</summary>
public sealed class ProblemView
{
    internal ProblemView(PageFrame frame, ApiProblem problem)
    {
        Frame = frame;
        var texts = frame.Texts;
        var key = $"problem.{problem.Type[(problem.Type.LastIndexOf('/') + 1)..]}";
        Title = texts.All.GetValueOrDefault($"{key}.title") ?? texts.All.GetValueOrDefault($"problem.{problem.Status}", texts["problem.other"]);
        Sentence = texts.All.ContainsKey(key) ? texts.Fill(key, problem.Parameter ?? "") : null;
        Allowed = problem.Allowed is { Count: <= 40 } allowed && problem.Type.EndsWith("wrong-value", StringComparison.Ordinal) ? allowed : [];
        var without = problem.Status is 400 or 410 && problem.Parameter is { } parameter ? frame.Here.Without(parameter) : null;
        Without = without?.ToString() == frame.Here.ToString() ? null : without;
    }

    public PageFrame Frame { get; }
    internal string Title { get; }

    /// <summary>What is wrong, in one sentence; null where the title says it all.</summary>
    internal string? Sentence { get; }
    internal IReadOnlyList<string> Allowed { get; }

    /// <summary>The same page without the parameter that was refused.</summary>
    internal PageLink? Without { get; }
}
