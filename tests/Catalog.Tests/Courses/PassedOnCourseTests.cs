using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Tests.Courses;

public sealed class PassedOnCourseTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("слово", 100));

    [Fact]
    public void An_excerpt_ends_at_a_word_and_the_description_is_gone()
    {
        var shown = PassedOnCourse.Of(Known(PassedText.Excerpt, image: true));
        Assert.InRange(shown.Course.Summary.Length, 290, PassedOnCourse.ExcerptLength);
        Assert.EndsWith("слово…", shown.Course.Summary, StringComparison.Ordinal);
        Assert.Equal(("", "https://portal.example/a.png"), (shown.Course.Description, shown.Course.Image));
        Assert.All(shown.Tagging.Competences[0].Evidence, evidence => Assert.True(
            evidence.Length == 0 || evidence.Text == shown.Course.Summary.Substring(evidence.Start, evidence.Length)));
        Assert.Equal([5, 0, 0], shown.Tagging.Competences[0].Evidence.Select(evidence => evidence.Length));
    }

    [Fact]
    public void Nothing_of_the_text_or_the_picture_is_passed_on_where_the_source_says_so()
    {
        var shown = PassedOnCourse.Of(Known(PassedText.None, image: false)).Course;
        Assert.Equal(("", "", null), (shown.Summary, shown.Description, shown.Image));
        Assert.Equal("Медіаграмотність", shown.Title);
    }

    [Fact]
    public void A_course_of_a_source_that_allows_everything_is_itself()
    {
        var full = Known(PassedText.Full, image: true);
        Assert.Same(full, PassedOnCourse.Of(full));
        var unstated = full with { Course = full.Course with { PassingOn = null } };
        Assert.Same(unstated, PassedOnCourse.Of(unstated));
    }

    [Theory]
    [InlineData(299)]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(900)]
    public void A_text_without_blanks_is_cut_too(int length)
    {
        var known = Known(PassedText.Excerpt, image: true);
        var shown = PassedOnCourse.Of(known with { Course = known.Course with { Summary = string.Concat(Enumerable.Repeat("😀", length / 2)) } }).Course.Summary;
        Assert.InRange(shown.Length, Math.Min(length / 2 * 2, 298), PassedOnCourse.ExcerptLength);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(shown)));
    }

    private static CatalogCourse Known(PassedText text, bool image) => new()
    {
        Course = new Course
        {
            Id = "portal.1", Source = "portal", SourceId = "1", Title = "Медіаграмотність", Url = "https://portal.example/1",
            Summary = Long, Description = $"<p>{Long}</p>", Image = "https://portal.example/a.png", PassingOn = new(text, image),
        },
        Tagging = Tagging.None with
        {
            Competences = [new("1.2", 0.9, [new(EvidenceKind.Text, "summary", 6, 5, "слово"), new(EvidenceKind.Text, "summary", 400, 5, "слово"), new(EvidenceKind.Text, "description", 6, 5, "слово")])],
        },
        FirstSeen = DateTimeOffset.UnixEpoch, LastSeen = DateTimeOffset.UnixEpoch, LastChanged = DateTimeOffset.UnixEpoch,
    };
}
