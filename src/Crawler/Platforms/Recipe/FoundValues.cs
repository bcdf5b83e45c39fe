using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>What was read of one course at one place: values by field, and the dates of its runs.</summary>
internal sealed record FoundValues(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, IReadOnlyList<RawInstance> Runs)
{
    private const int MostRuns = 50;

    public static readonly FoundValues Nothing = new(new Dictionary<string, IReadOnlyList<string>>(), []);

    [JsonIgnore]
    public bool IsEmpty => Fields.Count == 0 && Runs.Count == 0;

    public static FoundValues In(IPlace place, RecipeFields fields)
    {
        var values = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (field, ways) in fields.Ways)
        {
            if (WayValues.Of(place, ways, FieldKinds.Of(field)) is { Count: > 0 } found) values[field] = found;
        }

        return new(values, fields.Dates is { } dates ? RunsIn(place, fields.Runs, dates) : []);
    }

    /// <summary>The first value of a field, null where there is none.</summary>
    public string? One(string field) => Fields.TryGetValue(field, out var values) ? values[0] : null;

    public IReadOnlyList<string>? All(string field) => Fields.GetValueOrDefault(field);

    /// <summary>These values, and of the fields that they lack those of another place.</summary>
    public FoundValues Over(FoundValues other)
    {
        var values = new SortedDictionary<string, IReadOnlyList<string>>(other.Fields.ToDictionary(), StringComparer.Ordinal);
        foreach (var (field, own) in Fields) values[field] = own;
        return new(values, Runs.Count > 0 ? Runs : other.Runs);
    }

    private static List<RawInstance> RunsIn(IPlace place, IReadOnlyList<string> where, IReadOnlyDictionary<string, IReadOnlyList<RecipeWay>> dates)
    {
        var places = where.Count == 0 ? [place] : where.Select(place.Items).FirstOrDefault(found => found.Count > 0) ?? [];
        return [.. places.Take(MostRuns).Select(run => new RawInstance(Of(run, "start"), Of(run, "end"), Of(run, "enrolmentStart"), Of(run, "enrolmentEnd"))).Where(run => run != new RawInstance()).Distinct()];

        string? Of(IPlace run, string name) => dates.TryGetValue(name, out var ways) ? WayValues.First(run, ways, FieldKind.Plain) : null;
    }
}
