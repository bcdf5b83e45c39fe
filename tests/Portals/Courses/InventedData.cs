using System.Text.Json;

namespace DcCourseIndex.Portals.Courses;

/// <summary>The invented courses that this library brings along (<c>data/*.jsonl</c>), by portal: <c>prometeo</c>, <c>utu</c>, <c>gum</c>, <c>biblio</c>.</summary>
public static class InventedData
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<InventedCourse> Courses(string portal) => Read<InventedCourse>($"{portal}.jsonl");

    public static IReadOnlyList<InventedCategory> Categories(string portal) => Read<InventedCategory>($"{portal}-categories.jsonl");

    public static IReadOnlyList<InventedPost> Posts(string portal) => Read<InventedPost>($"{portal}.jsonl");

    public static IReadOnlyList<InventedTerm> Terms(string portal) => Read<InventedTerm>($"{portal}-terms.jsonl");

    private static List<T> Read<T>(string file)
    {
        using var stream = typeof(InventedData).Assembly.GetManifestResourceStream(file)
            ?? throw new ArgumentException($"There are no invented data in {file}.", nameof(file));
        using var reader = new StreamReader(stream);
        var read = new List<T>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            try
            {
                read.Add(JsonSerializer.Deserialize<T>(line, Strict)!);
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{file}, line {number}: {error.Message}", error);
            }
        }

        return read;
    }
}
