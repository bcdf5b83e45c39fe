using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>JSON columns, in the form that all JSON of the program has.</summary>
internal static class Json
{
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Wire.Json);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Wire.Json)!;
}
