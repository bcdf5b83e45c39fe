using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>What normalising must know of a source: its file name, the provider of courses that name none, their language (BCP 47), and whether teachers' names are kept.</summary>
public sealed record SourceTraits(string Name, string Provider, string Language, bool KeepAuthors)
{
    /// <summary>What of its courses may be passed on; null: everything.</summary>
    public PassingOn? PassingOn { get; init; }
}
