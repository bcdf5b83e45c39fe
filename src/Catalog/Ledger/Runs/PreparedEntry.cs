using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>An entry in the form of its row; made before the store is locked, because hashing and compressing take most of the time.</summary>
internal sealed record PreparedEntry
{
    public long Run { get; init; }
    public required string Id { get; init; }
    public required string SourceId { get; init; }
    public required string Hash { get; init; }
    public required string Tagging { get; init; }
    public required string Course { get; init; }
    public required byte[] Raw { get; init; }
    public required string Address { get; init; }

    /// <summary>Throws <see cref="ArgumentException"/> for a course of another source: it must never overwrite one there.</summary>
    public static PreparedEntry Of(HarvestEntry entry, string source) =>
        entry.Course.Source == source && entry.Course.Id.StartsWith(source + ".", StringComparison.Ordinal)
            ? new PreparedEntry
            {
                Id = entry.Course.Id,
                SourceId = ExactText.Of(entry.Course.SourceId),
                Hash = CourseHash.Of(entry.Course),
                Tagging = Json.Of(entry.Tagging),
                Course = Json.Of(entry.Course),
                Raw = Packed.Value(entry.Raw),
                Address = entry.Course.Url,
            }
            : throw new ArgumentException($"Course {entry.Course.Id} of source «{entry.Course.Source}» cannot be recorded in a run of «{source}».", nameof(entry));
}
