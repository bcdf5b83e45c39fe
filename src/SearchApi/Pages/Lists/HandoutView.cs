using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Handouts;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>What a sheet of paper to take home shows.</summary>
public sealed class HandoutView
{
    /// <summary>A longer address is not typed off paper by anybody.</summary>
    private const int LongestTyped = 90;

    internal HandoutView(PageFrame frame, HandoutSize size, string title, Uri address) => (Frame, Size, Title, Address) = (frame, size, title, address);

    public PageFrame Frame { get; }
    internal HandoutSize Size { get; }
    internal string Title { get; }

    /// <summary>Whom it is for, or what the course is about.</summary>
    internal string About { get; init; } = "";

    /// <summary>Where it leads, for the QR code and for the eye.</summary>
    internal Uri Address { get; }

    /// <summary>The courses with their notes, in order.</summary>
    internal IReadOnlyList<(CourseItem Course, string Note)> Courses { get; init; } = [];

    /// <summary>Facts of the one course that this sheet is about; null for a list.</summary>
    internal CourseItem? Only { get; init; }

    /// <summary>The moment at which this was true.</summary>
    internal DateTimeOffset Now { get; init; }

    /// <summary>The QR code; null where the address is too long for paper.</summary>
    internal string? Qr => QrMark.Svg(Address.AbsoluteUri, Frame.Texts.Fill("handout.qr", Address.Host));

    /// <summary>The address as people type it; null where nobody would.</summary>
    internal string? Typed => Address.AbsoluteUri.Length > LongestTyped ? null : Address.AbsoluteUri[(Address.Scheme.Length + 3)..];
}
