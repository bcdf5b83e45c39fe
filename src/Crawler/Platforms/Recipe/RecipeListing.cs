using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Makes a raw listing of what card, page, markup and the file's fixed values say, each filling what the one before lacks. Pure.</summary>
internal static class RecipeListing
{
    /// <summary>Null where nothing names the course.</summary>
    public static RawListing? Of(Card card, CoursePage? page, SourceRecipe recipe)
    {
        var own = page is null ? card.Found : page.Found.Over(card.Found);
        var stated = page?.Linked is not { } linked ? Stated(card, own)
            : recipe.LinkedDataFirst ? Filled(linked, Stated(card, own))
            : Stated(card, own) is { } first ? Filled(first, linked) : linked;
        return stated is null ? null : Filled(stated, Stated(card, new(recipe.Fixed, []), stated.Title)) with { Id = card.Id, Url = card.Url.AbsoluteUri };
    }

    private static RawListing? Stated(Card card, FoundValues found, string? title = null)
    {
        if ((found.One("title") ?? title) is not { } name) return null;
        var amount = Amount.Read(found.One("amount"), found.One("currency"));
        return new RawListing
        {
            Id = card.Id,
            Title = name,
            Url = card.Url.AbsoluteUri,
            Summary = found.One("summary"),
            Description = found.One("description"),
            Language = found.One("language"),
            SubtitleLanguages = found.All("subtitles"),
            Provider = found.One("provider"),
            Publisher = found.One("publisher"),
            Authors = found.All("authors"),
            Keywords = found.All("keywords"),
            Subjects = found.All("subjects"),
            Level = found.One("level"),
            Price = found.One("price") ?? amount?.Class,
            Prices = amount?.Tags,
            Access = found.One("access"),
            Mode = found.One("mode"),
            Credential = found.One("credential"),
            Tutor = found.One("tutor"),
            TutorNote = found.One("tutorNote"),
            Workload = found.One("workload"),
            Duration = found.One("duration"),
            Licence = found.One("licence"),
            Instances = found.Runs is { Count: > 0 } runs ? runs : null,
            Image = found.One("image"),
        };
    }

    private static RawListing Filled(RawListing listing, RawListing? by) => by is null ? listing : listing with
    {
        Summary = listing.Summary ?? by.Summary,
        Description = listing.Description ?? by.Description,
        Language = listing.Language ?? by.Language,
        SubtitleLanguages = listing.SubtitleLanguages ?? by.SubtitleLanguages,
        Provider = listing.Provider ?? by.Provider,
        Publisher = listing.Publisher ?? by.Publisher,
        Authors = listing.Authors ?? by.Authors,
        Keywords = listing.Keywords ?? by.Keywords,
        Subjects = listing.Subjects ?? by.Subjects,
        Level = listing.Level ?? by.Level,
        Price = listing.Price ?? by.Price,
        Prices = listing.Prices ?? by.Prices,
        Access = listing.Access ?? by.Access,
        Mode = listing.Mode ?? by.Mode,
        Credential = listing.Credential ?? by.Credential,
        Tutor = listing.Tutor ?? by.Tutor,
        TutorNote = listing.TutorNote ?? by.TutorNote,
        Workload = listing.Workload ?? by.Workload,
        Duration = listing.Duration ?? by.Duration,
        Licence = listing.Licence ?? by.Licence,
        Instances = listing.Instances ?? by.Instances,
        Image = listing.Image ?? by.Image,
        Competences = listing.Competences ?? by.Competences,
    };
}
