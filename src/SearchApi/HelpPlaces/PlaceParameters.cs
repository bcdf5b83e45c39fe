using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Parameters;

namespace DcCourseIndex.SearchApi.HelpPlaces;

/// <summary>Which parameters the addresses about places take.</summary>
internal static partial class PlaceParameters
{
    private static readonly Parameter Near = new("near", "Where to look from: «lat,lon» in degrees (WGS 84), or the name of a town of the list or of a centre of a region. Nearest first, with the distance in km.")
    { Form = (value => !Pair().IsMatch(value) || Point(value) is not null, "latitude is from -90 to 90, longitude from -180 to 180, as in 50.45,30.52."), Example = "Харків" };

    private static readonly Parameter Mentor = new("mentor", "Whether somebody at the place helps learners.") { Values = Wire.All<Tutor>(), Repeats = true, Example = "yes" };

    private static readonly Parameter Cursor = new("cursor", "«next» of an earlier answer to the same query.")
    { Form = (value => CursorForm().IsMatch(value), "use «next» of an answer to the same query, or leave it out.") };

    /// <summary>Of the list.</summary>
    public static readonly ParameterSet List = new([Near, Mentor, KnownParameters.Limit, Cursor]);

    /// <summary>Of the page, whose form sends empty boxes.</summary>
    public static readonly ParameterSet Page = new([Near with { MayBeEmpty = true }, Mentor with { MayBeEmpty = true, Repeats = false }, Cursor, KnownParameters.Language]);

    /// <summary>A point written as two numbers; null where it is none.</summary>
    public static (double Lat, double Lon)? Point(string text) =>
        Pair().Match(text) is { Success: true } pair
        && double.Parse(pair.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is >= -90 and <= 90 and var lat
        && double.Parse(pair.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is >= -180 and <= 180 and var lon
            ? (lat, lon)
            : null;

    /// <summary>Two numbers, right or wrong, which are never a town's name.</summary>
    [GeneratedRegex(@"^\s*([+-]?\d{1,9}(?:\.\d{1,15})?)\s*,\s*([+-]?\d{1,9}(?:\.\d{1,15})?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^[0-9a-f]{16}-[0-9]{1,6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CursorForm();
}
