using System.Text.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Quality;

/// <summary>Listings of which it is known what pairs are one course. Whatever pair is not named is two courses.</summary>
internal sealed record DuplicatePairs(IReadOnlyList<Course> Courses, IReadOnlyDictionary<string, string> NameOf, IReadOnlyList<DuplicatePair> Pairs)
{
    /// <summary>Pairs of which the writer could not say, both ways round: they count neither as right nor as wrong.</summary>
    public IReadOnlySet<(string, string)> Unsure { get; } = Pairs.Where(pair => pair.Kind == "unsure").SelectMany(pair => new[] { (pair.A, pair.B), (pair.B, pair.A) }).ToHashSet();

    /// <summary>Reads <c>listings.jsonl</c> (in the form of import, the id with the source before the first dot) and <c>pairs.jsonl</c>.</summary>
    public static DuplicatePairs Read(string folder)
    {
        var normaliser = new CourseNormaliser();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var courses = new List<Course>();
        foreach (var line in Lines(folder, "listings.jsonl"))
        {
            var json = JsonNode.Parse(line)!.AsObject();
            var name = (string)json["id"]!;
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            json["id"] = name[(dot + 1)..];
            var raw = json.Deserialize<RawListing>(Wire.Json)!;
            var normalised = normaliser.Normalise(raw, new SourceTraits(name[..dot], name[..dot], "uk", KeepAuthors: true));
            var course = normalised.Course ?? throw new InvalidDataException($"{folder}: {normalised.Refusal!.Reason}");
            names.Add(course.Id, name);
            courses.Add(course);
        }

        return new DuplicatePairs(courses, names, [.. Lines(folder, "pairs.jsonl").Select(line => JsonSerializer.Deserialize<DuplicatePair>(line, Wire.Json)!)]);
    }

    private static IEnumerable<string> Lines(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0);
}

/// <summary>What a person says of two listings.</summary>
internal sealed record DuplicatePair(string A, string B, bool Same, string Kind, string? Why);
