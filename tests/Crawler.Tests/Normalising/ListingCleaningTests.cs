using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Normalising;

public sealed class ListingCleaningTests
{
    private static readonly SourceTraits Keeping = new("library", "Бібліотека", "uk", KeepAuthors: true);
    private static readonly RawListing Raw = new()
    {
        Id = "1",
        Title = "Кібергігієна. Олена Вигадана, 067-123-45-67",
        Url = "https://portal.example/1?wstoken=0123456789abcdef",
        Summary = "Пишіть на olena@lib.example або Олені Вигаданій.",
        Description = "<p>Веде <b>Вигадана</b> Олена. <a href='mailto:olena@lib.example'>Пошта</a></p>",
        Authors = ["Олена Вигадана", "Іван Придуманий"],
        Keywords = ["безпека", "olena@lib.example"],
        TutorNote = "Олена Вигадана, Viber 0671234567",
        Image = "https://portal.example/a.png?token=0123456789abcdef",
        Price = "free",
        Competences = [new("digcomp-2.2", "4.1", Text: "за словами Олени Вигаданої")],
    };

    [Fact]
    public void What_is_masked_or_dropped_is_in_no_part_of_the_kept_listing()
    {
        var kept = JsonSerializer.Serialize(ListingCleaning.Clean(Raw, Keeping with { KeepAuthors = false }, ForgottenList.Empty), Wire.Json);
        foreach (var secret in new[] { "olena@", "123-45-67", "0671234567", "0123456789abcdef", "Придуманий" })
        {
            Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        }
        Assert.Contains("Кібергігієна", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forgotten_person_is_in_no_part_in_any_case_or_order_of_the_name()
    {
        var list = new ForgottenList([Forgotten.Person("вигадана ОЛЕНА")!]);
        var clean = ListingCleaning.Clean(Raw, Keeping, list);
        Assert.DoesNotContain("Вигадан", JsonSerializer.Serialize(clean, Wire.Json), StringComparison.Ordinal);
        Assert.Equal(["Іван Придуманий"], clean.Authors);
        Assert.Contains("[ім’я вилучено]", clean.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_namesake_in_part_stays()
    {
        var list = new ForgottenList([Forgotten.Person("Олена Вигадана")!]);
        var raw = Raw with { Summary = "Олена Інша. Вигадана, Олена. вигадана олена" };
        Assert.Equal(raw.Summary, ListingCleaning.Clean(raw, Keeping, list).Summary);
        Assert.Null(Forgotten.Person("Олена"));
    }

    [Fact]
    public void A_reserved_listing_keeps_the_plain_facts_alone()
    {
        var clean = ListingCleaning.Clean(Raw with { Reserved = true }, Keeping, ForgottenList.Empty);
        Assert.Equal((null, null, null, null), (clean.Summary, clean.Description, clean.Keywords, clean.TutorNote));
        Assert.Equal(("free", true), (clean.Price, clean.Reserved));
        Assert.Null(Assert.Single(clean.Competences!).Text);
    }

    [Fact]
    public void A_clean_listing_is_handed_on_as_it_is()
    {
        var once = ListingCleaning.Clean(Raw, Keeping, ForgottenList.Empty);
        Assert.NotSame(Raw, once);
        Assert.Same(once, ListingCleaning.Clean(once, Keeping, ForgottenList.Empty));
    }
}
