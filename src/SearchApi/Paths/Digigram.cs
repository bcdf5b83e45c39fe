using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>
/// Reads results of Цифрограм, the national test: six areas of the Ukrainian framework with fifteen questions each. Where its levels begin is not
/// published; equal sixths stand in, and every answer says so.
/// </summary>
internal sealed class Digigram(Frameworks frameworks)
{
    public const int MostPoints = 15;

    // Percent of the points from which on each letter after the first holds.
    private static readonly int[] Thresholds = [17, 34, 51, 68, 85];
    private readonly Framework? framework = frameworks.Find("digcomp-ua") is { Levels.Count: 6 } known ? known : null;

    /// <summary>Null where this installation does not have the Ukrainian framework with its six levels.</summary>
    public Framework? Framework => framework;

    public IReadOnlyList<string> Letters => [.. framework!.Levels.Select(level => level.Code)];

    /// <summary>The areas of a result that <see cref="Problem"/> has nothing to say against.</summary>
    public IReadOnlyList<Gap> Read(DigigramResult result) =>
    [
        .. framework!.Areas
            .Select(area => result.Points?.TryGetValue(area.Code, out var points) == true ? Of(area.Code, Letter(points), points)
                : (result.Levels?.GetValueOrDefault(area.Code) ?? result.Level) is { } letter ? Of(area.Code, Place(letter), null)
                : null)
            .OfType<Gap>(),
    ];

    /// <summary>What is wrong with a result, as the member and the remedy; null where nothing is.</summary>
    public (string Member, string Remedy)? Problem(DigigramResult result)
    {
        if (framework is null)
            return ("", "this installation does not have the Ukrainian framework; send «levels».");
        var areas = framework.Areas.Select(area => area.Code).ToList();
        if (Stranger(result.Points?.Keys) is { } point)
            return ($".points.{point}", $"the areas are {string.Join(", ", areas)}.");
        if (Stranger(result.Levels?.Keys) is { } level)
            return ($".levels.{level}", $"the areas are {string.Join(", ", areas)}.");
        if (result.Points?.FirstOrDefault(pair => pair.Value is < 0 or > MostPoints) is { Key: { } area })
            return ($".points.{area}", $"an area has 0 to {MostPoints} points.");
        if ((result.Levels ?? new Dictionary<string, string>()).Values.Append(result.Level).OfType<string>().FirstOrDefault(letter => Place(letter) < 0) is { } wrong)
            return (wrong == result.Level ? ".level" : ".levels", $"the levels are {string.Join(", ", Letters)}.");
        return Read(result).Count == 0 ? ("", "send «points», «levels» or «level».") : null;

        string? Stranger(IEnumerable<string>? codes) => codes?.FirstOrDefault(code => !areas.Contains(code));
    }

    private Gap Of(string area, int place, int? points)
    {
        var next = Math.Min(place + 1, framework!.Levels.Count - 1);
        var share = points is { } known ? (double)known / MostPoints : (place + 0.5) / framework.Levels.Count;
        return new(framework, Facet.Area, area, framework.Levels[place].Code, framework.Levels[next].Band, framework.Levels[next].Code, 1 - share)
        {
            Points = points,
            Closed = place == framework.Levels.Count - 1,
        };
    }

    private int Place(string letter) => framework!.Levels.ToList().FindIndex(level => level.Code == letter);

    private static int Letter(int points) => Thresholds.Count(threshold => points * 100 >= threshold * MostPoints);
}
