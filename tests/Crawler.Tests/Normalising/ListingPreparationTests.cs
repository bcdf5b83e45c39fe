using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Tests.Work;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class ListingPreparationTests
{
    private static readonly SourceTraits Source = new("library", "Бібліотека", "uk", KeepAuthors: false);
    private static readonly ListingPreparation Preparation = Prepared.Listings();

    [Fact]
    public void A_listing_is_normalised_and_tagged()
    {
        var raw = new RawListing { Id = "1", Title = "Кібергігієна", Url = "https://example.ua/1", Summary = "Коротко.", Description = "<p>Коротко. Паролі та <b>двофакторна автентифікація</b>.</p>" };

        var (entry, refusal) = Preparation.Prepare(raw, Source);

        Assert.Null(refusal);
        Assert.Same(raw, entry!.Raw);
        Assert.Equal("4.1", entry.Tagging.Primary);
        var description = ListingPreparation.TextOf(entry.Course, null).Description;
        Assert.All(entry.Tagging.Competences[0].Evidence.Where(one => one.Field == "description"), one => Assert.Equal(one.Text, description.Substring(one.Start, one.Length)));
        Assert.Contains(entry.Tagging.Competences[0].Evidence, one => one.Text == "двофакторна автентифікація");
    }

    [Fact]
    public void A_refusal_is_handed_on() =>
        Assert.Contains("title", Preparation.Prepare(new RawListing { Id = "1", Title = "", Url = "https://example.ua/1" }, Source).Refusal!.Reason, StringComparison.Ordinal);

    [Fact]
    public void What_a_portal_writes_into_every_listing_counts_nothing_once_it_was_learnt()
    {
        const string everywhere = "Захистіть свій обліковий запис надійним паролем і двофакторною автентифікацією.";
        var preparation = Prepared.Listings();
        RawListing[] raws = [.. Enumerable.Range(1, 10).Select(i => new RawListing { Id = $"{i}", Title = $"Йога для початківців, група {i}", Url = $"https://example.ua/{i}", Summary = everywhere })];
        Assert.NotNull(preparation.Prepare(raws[0], Source).Entry!.Tagging.Primary);

        foreach (var raw in raws)
        {
            preparation.Learn(raw, Source);
        }

        Assert.Null(preparation.Prepare(raws[0], Source).Entry!.Tagging.Primary);
    }

    [Fact]
    public void The_portals_competences_reach_the_tagger() =>
        Assert.Equal("5.4", Preparation.Prepare(new RawListing { Id = "1", Title = "Зустріч", Url = "https://example.ua/1", Competences = [new("digcomp-2.2", "5.4")] }, Source).Entry!.Tagging.Primary);
}
