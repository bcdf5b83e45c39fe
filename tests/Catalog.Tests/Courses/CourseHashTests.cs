using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Tests.Courses;

public sealed class CourseHashTests
{
    private static readonly Course Course = new()
    {
        Id = "portal.1",
        Source = "portal",
        SourceId = "1",
        Title = "Безпека в інтернеті",
        Url = "https://portal.example/1",
        Keywords = ["безпека", "паролі"],
        Level = Level.Foundation,
        Price = Price.FreeToStudy,
        Prices = [new PriceTag(199.50m, "UAH")],
        Instances = [new CourseInstance(new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.FromHours(3)))],
    };

    [Fact]
    public void Equal_content_has_an_equal_hash() =>
        Assert.Equal(CourseHash.Of(Course), CourseHash.Of(Course with { Keywords = new List<string> { "безпека", "паролі" } }));

    [Fact]
    public void It_is_sixty_four_digits_of_lower_case_hex() => Assert.Matches("^[0-9a-f]{64}$", CourseHash.Of(Course));

    [Fact]
    public void A_course_that_was_kept_and_read_again_has_the_same_hash() =>
        Assert.Equal(CourseHash.Of(Course), CourseHash.Of(JsonSerializer.Deserialize<Course>(JsonSerializer.Serialize(Course, Wire.Json), Wire.Json)!));

    [Fact]
    public void Every_field_of_the_listing_is_in_it()
    {
        Course[] changed =
        [
            Course with { Title = "Інша назва" },
            Course with { Summary = "Опис" },
            Course with { Description = "<p>Опис</p>" },
            Course with { Url = "https://portal.example/2" },
            Course with { Provider = "Портал" },
            Course with { Publisher = "Університет" },
            Course with { Authors = ["Т. Викладач"] },
            Course with { Language = "uk" },
            Course with { SubtitleLanguages = ["en"] },
            Course with { Image = "https://portal.example/1.png" },
            Course with { Keywords = ["паролі", "безпека"] },
            Course with { Subjects = ["Цифрові навички"] },
            Course with { Level = null },
            Course with { Workload = "PT12H" },
            Course with { Duration = "P4W" },
            Course with { Mode = CourseMode.SelfPaced },
            Course with { Instances = [] },
            Course with { Price = Price.Paid },
            Course with { Prices = [new PriceTag(200m, "UAH")] },
            Course with { Access = Access.Key },
            Course with { Credential = Credential.Certificate },
            Course with { Tutor = Tutor.Yes },
            Course with { TutorNote = "Форум" },
            Course with { PassingOn = new PassingOn(PassedText.Excerpt, true) },
            Course with { Licence = "https://creativecommons.org/licenses/by/4.0/" },
        ];
        Assert.Equal(changed.Length + 1, changed.Append(Course).Select(CourseHash.Of).Distinct().Count());

        // The three fields of identity are not varied above; a new field must be added to the list.
        Assert.Equal(changed.Length + 3, typeof(Course).GetProperties().Length);
    }
}
