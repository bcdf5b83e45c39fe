using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    private static readonly string Hidden = string.Join(' ', Enumerable.Repeat("слово", 120)) + " потайне шифрування";

    [Theory]
    [InlineData(PassedText.Excerpt)]
    [InlineData(PassedText.None)]
    public void The_whole_text_is_searched_and_only_what_may_be_passed_on_is_shown(PassedText text)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Захист даних", Hidden, course => course with
        {
            Description = $"<p>{Hidden}</p>", Image = "https://portal.example/a.png", PassingOn = new(text, Image: false),
        }));
        open.Put(Invented.Course("a.2", "Захист даних удома", "Захист даних слово"));

        var answer = open.Searcher.Search(new CourseQuery { Text = "потайне шифрування", Explain = true });

        Assert.True(answer.Confident);
        var hit = Assert.Single(answer.Hits);
        CatalogCourse?[] shown = [hit.Course, open.Searcher.Find("a.1"), open.Searcher.Similar("a.2", 5)!.First(near => near.Course.Course.Id == "a.1").Course];
        foreach (var course in shown)
        {
            Assert.DoesNotContain("шифрування", JsonSerializer.Serialize(course, Wire.Json), StringComparison.Ordinal);
            Assert.Equal(("", null), (course!.Course.Description, course.Course.Image));
            Assert.InRange(course.Course.Summary.Length, text == PassedText.None ? 0 : 200, text == PassedText.None ? 0 : PassedOnCourse.ExcerptLength);
        }
        Assert.DoesNotContain("шифрування", string.Concat(hit.Highlights.Values), StringComparison.Ordinal);
    }
}
