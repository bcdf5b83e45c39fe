using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>The part of a listing that tagging looks at; texts are plain.</summary>
/// <param name="Subjects">The portal's own subjects or category path.</param>
/// <param name="Repeated">What the portal writes into many listings and what therefore counts nothing.</param>
public sealed record TaggedText(
    string Title,
    string Summary,
    string Description = "",
    string? Language = null,
    IReadOnlyList<CompetenceStatement>? Statements = null,
    IReadOnlyList<string>? Subjects = null,
    RepeatedSentences? Repeated = null);
