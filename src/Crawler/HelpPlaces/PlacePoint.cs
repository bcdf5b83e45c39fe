using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.HelpPlaces;

/// <summary>Where a place lies, as tables write it: two columns, or both numbers in one; with a point or a comma before the fraction.</summary>
internal static partial class PlacePoint
{
    /// <summary>Degrees north and east, or what is wrong; neither where nothing is written.</summary>
    public static ((double Lat, double Lon)? Point, string? Problem) Read(string? lat, string? lon, string? both)
    {
        if (lat is null && lon is null && both is not null)
        {
            var pair = Pair().Match(both);
            if (!pair.Success)
            {
                return (null, $"coordinates «{both}» are not two numbers; write them as 50.4501, 30.5234");
            }

            (lat, lon) = (pair.Groups[1].Value, pair.Groups[2].Value);
        }

        if (lat is null && lon is null)
        {
            return (null, null);
        }

        if (Degrees(lat) is not { } north || Degrees(lon) is not { } east)
        {
            return (null, $"latitude «{lat}» and longitude «{lon}» are not two numbers; write both as 50.4501, or leave both out");
        }

        if (double.Abs(north) > 90 || double.Abs(east) > 180)
        {
            return (null, $"there is no latitude {lat} with longitude {lon}; the first is from -90 to 90, the second from -180 to 180");
        }

        // Ukraine lies within 44–53° north and 22–41° east, so the other way round is no place that anybody means here.
        return north is > 22 and < 41 && east is > 44 and < 53
            ? (null, $"latitude {lat} and longitude {lon} have changed their places; in Ukraine the larger number is the latitude")
            : ((north, east), null);
    }

    private static double? Degrees(string? text) =>
        double.TryParse(text?.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    [GeneratedRegex(@"^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*(?:[;\s]|,\s)\s*(-?\d{1,3}(?:[.,]\d+)?)\s*\z|^\s*(?<1>-?\d{1,3}(?:\.\d+)?),(?<2>-?\d{1,3}(?:\.\d+)?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
