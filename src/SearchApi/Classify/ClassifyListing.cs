using System.Text.Json;
using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Classify;

/// <summary>A listing to classify; texts may hold HTML. Members that are not known are refused.</summary>
internal sealed record ClassifyListing
{
    public string? Id { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>BCP 47; guessed from the texts where absent.</summary>
    public string? Language { get; init; }

    /// <summary>The framework of the answer's codes; DigComp 2.2 where absent.</summary>
    public string? Framework { get; init; }

    /// <summary>Reads letter for letter: unknown members and nulls for texts are errors.</summary>
    public static readonly JsonSerializerOptions Strict = new(Wire.Json)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
    };
}

/// <summary>What the tagger found, in the form of the verb <c>classify</c>.</summary>
internal sealed record Classified
{
    public string? Id { get; init; }
    public required string Framework { get; init; }
    public required IReadOnlyList<Assignment> Competences { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Primary { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Level? Level { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Language { get; init; }
}
