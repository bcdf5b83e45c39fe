using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>How far somebody has come with a competence: not yet, or at one of the four bands of DigComp.</summary>
[JsonConverter(typeof(WireConverter<Standing>))]
internal enum Standing
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("foundation")] Foundation,
    [JsonStringEnumMemberName("intermediate")] Intermediate,
    [JsonStringEnumMemberName("advanced")] Advanced,
    [JsonStringEnumMemberName("highly-specialised")] HighlySpecialised,
}

/// <summary>Steps between standings and the levels of courses.</summary>
internal static class Standings
{
    /// <summary>The level of courses that lead on from a standing; the highest where there is nothing above.</summary>
    public static Level Next(Standing now) => (Level)Math.Min((int)now, (int)Level.HighlySpecialised);

    /// <summary>The standing of somebody who has finished courses of a level.</summary>
    public static Standing Of(Level level) => (Standing)((int)level + 1);
}
