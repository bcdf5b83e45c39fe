using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>
/// A result as one short word, which travels in a form from one check to the next and, if its owner wants, in an address: «11f.42n» for competences,
/// «0B1.4A2» for areas of Digigram, «0p12.4p5» with its points.
/// </summary>
internal static partial class PathCode
{
    private const string Letters = "nfiah";

    /// <summary>With points where they are known, for the form.</summary>
    public static string Whole(IEnumerable<Gap> results) => string.Join('.', results.Select(result => result.Points is { } points ? $"{result.Code}p{points}" : Level(result)));

    /// <summary>Levels only, for an address that is shown to others.</summary>
    public static string Levels(IEnumerable<Gap> results) => string.Join('.', results.Select(Level));

    /// <summary>The letter of a standing.</summary>
    public static char Letter(Standing standing) => Letters[(int)standing];

    /// <summary>The standing of a letter; null for any other.</summary>
    public static Standing? Standing(string? letter) => letter is { Length: 1 } && Letters.IndexOf(letter[0], StringComparison.Ordinal) is >= 0 and var place ? (Standing)place : null;

    /// <summary>The result behind a code; null where it is none.</summary>
    public static StatedResult? Read(string code)
    {
        if (code.Length > 200)
            return null;
        var parts = code.Split('.');
        if (parts.Distinct(StringComparer.Ordinal).Count() != parts.Length)
            return null;
        if (parts.All(part => Competence().IsMatch(part)) && parts.DistinctBy(part => part[..2]).Count() == parts.Length)
            return new() { Levels = parts.ToDictionary(part => $"{part[0]}.{part[1]}", part => Standing(part[2..])!.Value) };
        if (!parts.All(part => Area().IsMatch(part)) || parts.DistinctBy(part => part[0]).Count() != parts.Length)
            return null;
        return new()
        {
            Digigram = new()
            {
                Points = parts.Where(part => part[1] == 'p').ToDictionary(part => part[..1], part => int.Parse(part.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture)),
                Levels = parts.Where(part => part[1] != 'p').ToDictionary(part => part[..1], part => part[1..]),
            },
        };
    }

    private static string Level(Gap result) => result.Facet == Facet.Area
        ? result.Code + result.Now
        : $"{result.Code.Replace(".", "", StringComparison.Ordinal)}{(Wire.TryParse<Standing>(result.Now, out var now) ? Letter(now) : Letters[0])}";

    [GeneratedRegex(@"^[1-5][1-6][nfiah]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Competence();

    [GeneratedRegex(@"^[0-5](?:[ABC][12]|p(?:1[0-5]|[0-9]))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Area();
}
