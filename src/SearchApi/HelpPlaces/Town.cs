namespace DcCourseIndex.SearchApi.HelpPlaces;

/// <summary>Where a search for places begins: a town that is known, or a bare point without a name. Degrees of WGS 84; null where nobody said where the town lies.</summary>
internal sealed record Town(string? Name, double? Lat, double? Lon)
{
    // The mean radius of the Earth (IUGG), in kilometres.
    private const double EarthRadius = 6371.0088;

    /// <summary>Kilometres as the crow flies, to a tenth; null where one of the two lies nobody knows where.</summary>
    public double? DistanceTo(double? lat, double? lon)
    {
        if (Lat is not { } fromLat || Lon is not { } fromLon || lat is not { } toLat || lon is not { } toLon)
            return null;
        var (north, east) = (Sine(toLat - fromLat), Sine(toLon - fromLon));
        var share = north + (east * Math.Cos(double.DegreesToRadians(fromLat)) * Math.Cos(double.DegreesToRadians(toLat)));
        return Math.Round(2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, share))), 1);
    }

    private static double Sine(double degrees) => Math.Pow(Math.Sin(double.DegreesToRadians(degrees) / 2), 2);
}
