using DcCourseIndex.Portals.Courses;

namespace DcCourseIndex.Portals.Tests.Courses;

/// <summary>The invented courses cover what the demo and other tests rely on.</summary>
public sealed class InventedDataTests
{
    private static readonly string[] Codes =
    [
        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3.1", "3.2", "3.3", "3.4",
        "4.1", "4.2", "4.3", "4.4", "5.1", "5.2", "5.3", "5.4",
    ];

    private static IReadOnlyList<InventedCourse> All { get; } =
        [.. InventedData.Courses("prometeo"), .. InventedData.Courses("utu"), .. InventedData.Courses("gum")];

    [Fact]
    public void Every_competence_is_taught_at_least_three_times()
    {
        var labels = All.SelectMany(course => course.Labels).ToList();
        Assert.All(Codes, code => Assert.True(labels.Count(label => label == code) >= 3, $"{code} is taught too seldom."));
        Assert.Subset(Codes.ToHashSet(), labels.ToHashSet());
    }

    [Fact]
    public void About_a_third_teaches_nothing_digital()
    {
        var share = All.Count(course => course.Labels.Count == 0) / (double)All.Count;
        Assert.InRange(share, 0.28, 0.4);
    }

    [Fact]
    public void A_level_stands_exactly_where_there_are_labels() =>
        Assert.All(All, course => Assert.Equal(course.Labels.Count > 0, course.LabelLevel is not null));

    [Theory]
    [InlineData("utu")]
    [InlineData("gum")]
    public void Every_moodle_course_lies_in_a_category_of_its_portal(string portal)
    {
        var ids = InventedData.Categories(portal).Select(category => category.Id).ToHashSet();
        Assert.All(InventedData.Courses(portal), course => Assert.Contains(course.Category, ids));
        Assert.All(InventedData.Categories(portal), category => Assert.True(category.Parent == 0 || ids.Contains(category.Parent)));
    }

    [Fact]
    public void One_category_is_large_enough_to_be_shown_in_collapsed_boxes() =>
        Assert.Contains(InventedData.Courses("utu").Where(course => !course.Hidden).CountBy(course => course.Category), pair => pair.Value > 10);

    [Fact]
    public void Posts_name_terms_of_their_site_and_no_address_twice()
    {
        var terms = InventedData.Terms("biblio").Select(term => term.Id).ToHashSet();
        var posts = InventedData.Posts("biblio");
        Assert.All(posts, post => Assert.Subset(terms, post.Categories.Concat(post.Tags).ToHashSet()));
        Assert.Distinct(posts.Select(post => post.Slug));
    }
}
