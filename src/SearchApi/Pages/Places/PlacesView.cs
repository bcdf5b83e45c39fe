using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.HelpPlaces;

namespace DcCourseIndex.SearchApi.Pages.Places;

/// <summary>What the page of places shows.</summary>
public sealed class PlacesView
{
    internal PlacesView(PageFrame frame, PlaceQuestion question, PlaceList answer, bool noList, string? instead) =>
        (Frame, Question, Answer, NoList, Instead) = (frame, question, answer, noList, instead);

    public PageFrame Frame { get; }
    internal PlaceQuestion Question { get; }
    internal PlaceList Answer { get; }

    /// <summary>Nobody has given a list yet.</summary>
    internal bool NoList { get; }

    /// <summary>Where the asked town is unknown: the one that may be meant, or empty; null where it is known.</summary>
    internal string? Instead { get; }

    /// <summary>The page from its first place.</summary>
    internal PageLink Start => Frame.Here.Without("cursor");

    internal bool Asks(Tutor mentor) => Question.Mentor.Contains(mentor);

    /// <summary>Street, town and region in one line.</summary>
    internal static string Where(PlaceItem place) => string.Join(", ", new[] { place.Address, place.Town, place.Region }.OfType<string>());
}
