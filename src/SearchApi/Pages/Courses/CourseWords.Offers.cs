using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Courses;

/// <summary>What a hit and a course's page say of the other portals that offer the course.</summary>
internal static partial class CourseWords
{
    /// <summary>On how many other portals the course is; null where on none.</summary>
    public static string? AlsoOn(PageTexts texts, CourseItem course)
    {
        var others = course.Offers.Select(offer => offer.Source).Where(source => source != course.Source).Distinct(StringComparer.Ordinal).Count();
        return others == 0 ? null : texts.Count("hit.alsoOn", others);
    }

    /// <summary>What an offer costs and how one gets in.</summary>
    public static string Terms(PageTexts texts, OfferItem offer) => string.Join(" · ",
    [
        texts.Value("price", Wire.Name(offer.Price)),
        .. (offer.Prices ?? []).Select(tag => texts.Amount(tag.Amount, tag.Currency)),
        texts.Value("access", Wire.Name(offer.Access)),
    ]);

    /// <summary>Why an offer is the same course.</summary>
    public static string Reason(PageTexts texts, OfferReason reason) => texts.Fill(
        $"reason.{Wire.Name(reason.Kind)}",
        reason.Kind is LinkKind.Named or LinkKind.Title or LinkKind.Text ? string.Join(", ", reason.Detail.Split(", ").Select(part => Agreeing(texts, part))) : reason.Detail);

    // «title, maker, text 0.83».
    private static string Agreeing(PageTexts texts, string part) =>
        part.Split(' ') is ["text", var share] && double.TryParse(share, CultureInfo.InvariantCulture, out var alike) ? $"{texts.Value("agreeing", "text")} ({texts.Percent(alike)})" : texts.Value("agreeing", part);
}
