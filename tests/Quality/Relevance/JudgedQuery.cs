using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Quality.Relevance;

/// <summary>A search query with the courses that a person judged to answer it: grade 3 (exactly), 2, 1; none where nothing should be found.</summary>
internal sealed record JudgedQuery(string Id, string Query, string Lang, string Kind, IReadOnlyDictionary<string, int> Relevant)
{
    public static List<JudgedQuery> Read(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JudgedQuery>(line, Wire.Json)!)];
}

/// <summary>What a search answered: course ids, best first, and whether it says itself that nothing really fits.</summary>
internal sealed record Ranking(IReadOnlyList<string> Ids, bool Quiet);
