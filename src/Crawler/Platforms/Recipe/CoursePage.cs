using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms.Sitemap;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>What a course's own page says: by the recipe's fields and, where the recipe asks for it, by schema.org markup. Pure.</summary>
internal sealed record CoursePage(FoundValues Found, RawListing? Linked)
{
    public bool SaysNothing => Found.IsEmpty && Linked is null;

    /// <summary>Throws <see cref="ListingUnreliableException"/> for an answer that is no page or no JSON, and where a pattern of the recipe takes too long.</summary>
    public static CoursePage Read(SourceRecipe recipe, Page page, string id)
    {
        var linked = recipe.UsesLinkedData && recipe.Detail is not { IsJson: true } ? CoursePageReader.Read(Answers.Demand(page), id, anyPage: false) : null;
        if (recipe.Detail is not { Fields.IsEmpty: false } detail) return new(FoundValues.Nothing, linked);
        try
        {
            using var opened = OpenedPage.Open(page, detail.IsJson, detail.Labels);
            return new(FoundValues.In(opened.Root, detail.Fields), linked);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new ListingUnreliableException($"{page.Address}: «match: {e.Pattern}» takes too long on this page; write it simpler.", e);
        }
    }
}
