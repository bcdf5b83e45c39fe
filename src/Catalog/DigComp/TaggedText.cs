using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>The part of a listing that tagging looks at; texts are plain.</summary>
public sealed record TaggedText(string Title, string Summary, string Description = "", string? Language = null, IReadOnlyList<CompetenceStatement>? Statements = null);
