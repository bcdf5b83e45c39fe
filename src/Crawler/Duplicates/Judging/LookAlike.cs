using DcCourseIndex.Crawler.Duplicates.Reading;

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>Tells courses apart that only look alike: what both listings state and what cannot both be true of one course.</summary>
internal static class LookAlike
{
    /// <summary>Parts, editions, levels, audience or kind differ in the titles. Speaks against every evidence but a librarian's.</summary>
    public static bool OfAnotherPart(CoursePrint one, CoursePrint other) =>
        Differ(one.Marks.Numbers, other.Marks.Numbers)
        || Differ(one.Marks.Levels, other.Marks.Levels)
        || Differ(one.Marks.Audience, other.Marks.Audience)
        || one.Marks.IsTest != other.Marks.IsTest;

    /// <summary>Something that both state differs: they are two courses unless their address or key says otherwise.</summary>
    public static bool Contradict(CoursePrint one, CoursePrint other) =>
        OfAnotherPart(one, other)
        || Differ(one.Marks.Years, other.Marks.Years)
        || (one.Language is not null && other.Language is not null && one.Language != other.Language)
        || Differ(one.Teachers, other.Teachers)
        || OfOtherInstitutions(one, other);

    /// <summary>What only one title states is enough to doubt texts that are equal.</summary>
    public static bool SameMarks(CoursePrint one, CoursePrint other) =>
        one.Marks.Years.SequenceEqual(other.Marks.Years)
        && one.Marks.Numbers.SequenceEqual(other.Marks.Numbers)
        && one.Marks.Levels.SequenceEqual(other.Marks.Levels)
        && one.Marks.Audience.SequenceEqual(other.Marks.Audience);

    /// <summary>Both name an institution, and not the same.</summary>
    public static bool OfOtherInstitutions(CoursePrint one, CoursePrint other) =>
        one.Publisher is { } mine && other.Publisher is { } theirs && !Organisation.Same(mine, theirs);

    private static bool Differ(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Count > 0 && other.Count > 0 && !one.Any(other.Contains);
}
