using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>Reads labelled listings: one JSON object a line, all <c>*.jsonl</c> files of a folder.</summary>
public static class TrainingFiles
{
    private static readonly JsonSerializerOptions Lenient = new(Wire.Json) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false };

    /// <summary>The listings in the order of files and lines, or every problem with file, line and remedy.</summary>
    public static Loaded<IReadOnlyList<TrainingListing>> Load(string folder, Frameworks frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            return new(null, [$"{Path.GetFullPath(folder)}: here are no *.jsonl files to learn from. Name their folder: dccourseindex train FOLDER."]);
        }

        var codes = frameworks.DigComp22.Competences.Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal);
        var (listings, problems) = (new List<TrainingListing>(), new List<string>());
        foreach (var file in files)
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line))
                {
                    Take(line, $"{file}:{number}", codes, listings, problems);
                }
            }
        }

        return problems.Count > 0 ? new(null, problems) : new(listings, []);
    }

    private static void Take(string line, string place, HashSet<string> codes, List<TrainingListing> listings, List<string> problems)
    {
        try
        {
            var listing = JsonSerializer.Deserialize<TrainingListing>(line, Lenient) ?? throw new JsonException("Here stands null.");
            var before = problems.Count;
            problems.AddRange(Problems(listing, codes).Select(problem => $"{place}: {problem}"));
            if (problems.Count == before)
            {
                listings.Add(listing with { Author = listing.Author ?? Path.GetFileNameWithoutExtension(place) });
            }
        }
        catch (JsonException wrong)
        {
            problems.Add($"{place}: this is no labelled listing: {wrong.Message}");
        }
    }

    private static IEnumerable<string> Problems(TrainingListing listing, HashSet<string> codes)
    {
        if (string.IsNullOrWhiteSpace(listing.Title))
        {
            yield return "the title is empty; write one.";
        }

        foreach (var code in listing.Competences.Where(code => !codes.Contains(code)))
        {
            yield return $"«{code}» is no competence of DigComp 2.2.";
        }

        if (listing.Primary is { } primary ? !listing.Competences.Contains(primary) : listing.Competences.Count > 0)
        {
            yield return $"the primary competence is «{listing.Primary}»; write one of {string.Join(", ", listing.Competences)}, or null where there are none.";
        }

        if (listing.Level is not null && !Wire.TryParse<Level>(listing.Level, out _))
        {
            yield return $"the level is «{listing.Level}»; write one of {string.Join(", ", Wire.All<Level>())} or null.";
        }

        foreach (var context in (listing.Context ?? []).Where(context => !Wire.TryParse<Context>(context, out _)))
        {
            yield return $"the context is «{context}»; write any of {string.Join(", ", Wire.All<Context>())}.";
        }
    }
}
