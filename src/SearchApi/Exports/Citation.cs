using System.Globalization;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>What reference managers ask of a course. A course without dated runs has no year: none is made up for it.</summary>
internal sealed record Citation(CourseItem Course)
{
    public string Title { get; } = PlainLine.Of(Course.Title);

    public IReadOnlyList<string> Authors { get; } = [.. Course.Authors.Select(PlainLine.Of).Where(name => name.Length > 0)];

    public string? Publisher { get; } = (Course.Publisher ?? Course.Provider) is { } name ? PlainLine.Of(name) : null;

    /// <summary>The day on which the latest dated run starts.</summary>
    public DateOnly? Start { get; } = Course.Instances.Select(run => run.Start).Max() is { } start ? KyivDay.Of(start) : null;

    public string? Year => Start?.Year.ToString("0000", CultureInfo.InvariantCulture);

    public DateOnly Seen { get; } = KyivDay.Of(Course.LastSeen);

    /// <summary>The address with what would end or open a field written as octets (RFC 3986 §2.1).</summary>
    public string Url { get; } = string.Concat(PlainLine.Of(Course.Url).Select(c => c is '{' or '}' or '\\' or ' ' or '<' or '>' or '"' ? Uri.HexEscape(c) : $"{c}"));

    public string Summary { get; } = PlainLine.Of(Course.Summary);

    public IEnumerable<string> Keywords => Course.Keywords.Select(PlainLine.Of).Where(word => word.Length > 0);

    public string? Language => Course.Language is { } tag and not "mul" ? PlainLine.Of(tag) : null;

    public string? Licence => Course.Licence is { } licence ? PlainLine.Of(licence) : null;
}
