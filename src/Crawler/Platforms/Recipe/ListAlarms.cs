using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Why a list cannot be trusted, in sentences that quote what found nothing and where.</summary>
internal sealed class ListAlarms(SourceDefinition source, RecipeList list)
{
    private string File => $"{source.Name}.yml";

    /// <summary>A page that must hold courses holds none.</summary>
    public ListingUnreliableException NoCourse(Uri address, CardList read)
    {
        if (read.Items == 0)
        {
            return new($"{address}: no course was found: items: {Quoted(list.Items)} finds nothing, {read.Described} Open it in a browser: where courses show there, its layout changed or they are filled in later by a script; correct items: in {File}.");
        }

        if (read.PassedOver is { } other)
        {
            return new($"{address}: {read.Items} parts are found by items: {Quoted(list.Items)}, and links: takes none of their addresses for a course; one is {other}. Correct links: in {File}.");
        }

        return new($"{address}: {read.Items} parts are found by items: {Quoted(list.Items)}, and none has what a course needs. {read.Refusals.Select(refusal => refusal.Reason).FirstOrDefault()} Correct fields: in {File}.");
    }

    /// <summary>The list came to an end in some way; throws where the recipe does not allow it.</summary>
    public void End(string how, Uri address)
    {
        if (list.Page is not { } page || page.Stop.Contains(how)) return;
        throw new ListingUnreliableException($"{address}: the list ends here because the page is {how}, and page: stop: allows only {string.Join(", ", page.Stop)}; look at it in a browser, and write {how} there too if that is how the list ends.");
    }

    private static string Quoted(IEnumerable<string> places) => string.Join(" or ", places.Select(place => $"«{place}»"));
}
