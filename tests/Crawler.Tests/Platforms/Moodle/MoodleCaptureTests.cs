using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Platforms.Moodle.WebService;
using Xunit.Abstractions;

namespace DcCourseIndex.Crawler.Tests.Platforms.Moodle;

/// <summary>Single answers of real servers: settings, themes and states that the whole recorded sites do not have.</summary>
public sealed class MoodleCaptureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("4.5/front/front-categories-allcourses.html", 108)]
    [InlineData("3.11/front/front-categories-allcourses.html", 108)]
    [InlineData("4.5/variants/front-allcourses-limit12.html", 12)]
    [InlineData("4.5/variants/front-news-only.html", 0)]
    [InlineData("4.5/variants/front-category-names.html", 0)]
    [InlineData("3.11/variants/front-category-names.html", 0)]
    [InlineData("4.5/category/15-dc.html", 10)]
    [InlineData("3.11/category/15-dc.html", 10)]
    [InlineData("4.5/variants/category-15-no-summaries.html", 10)]
    [InlineData("3.11/variants/category-15-all-summaries.html", 10)]
    [InlineData("4.5/category/20-empty.html", 0)]
    [InlineData("4.5/category/15-dc-perpage5-page9-beyond.html", 0)]
    [InlineData("4.5/search/search-cyrillic.html", 16)]
    [InlineData("4.5/search/search-perpage-all.html", 9)]
    [InlineData("4.5/search/search-empty.html", 0)]
    [InlineData("4.5/variants/theme-moove-category15.html", 10)]
    [InlineData("4.5/variants/theme-moove-front.html", 12)]
    [InlineData("3.11/variants/theme-eguru-front.html", 12)]
    [InlineData("3.11/variants/theme-eguru-category15.html", 10)]
    [InlineData("4.5/variants/autologinguests-front.html", 0)]
    public void A_list_holds_as_many_courses_as_it_shows(string file, int courses)
    {
        if (Read(file) is not { } page) return;
        Assert.Equal(MoodlePageKind.Listing, page.Kind);
        Assert.Equal(courses, page.Boxes.Count);
    }

    [Theory]
    [InlineData("4.5/info/info-002.html", 2)]
    [InlineData("4.5/info/info-118.html", 118)]
    [InlineData("4.5/variants/theme-moove-info.html", 4)]
    [InlineData("4.5/variants/theme-classic-info.html", 4)]
    [InlineData("3.11/variants/theme-eguru-info.html", 4)]
    public void An_information_page_holds_the_whole_course(string file, int id)
    {
        if (Read(file) is not { } page) return;
        var box = Assert.Single(page.Boxes);
        Assert.Equal((id, true), (box.Id, box.Complete));
        Assert.NotNull(box.Summary);
    }

    [Theory]
    [InlineData("4.5/login/login.html", "Login")]
    [InlineData("3.11/login/login.html", "Login")]
    [InlineData("4.5/variants/maintenance-front.html", "Maintenance")]
    [InlineData("3.11/variants/maintenance-front.html", "Maintenance")]
    [InlineData("4.5/info/info-008.html", "Error")]
    [InlineData("4.5/info/info-missing.html", "Error")]
    [InlineData("4.5/category/18-arch.html", "Error")]
    [InlineData("3.11/category/999-missing.html", "Error")]
    public void A_page_in_the_way_is_not_taken_for_an_empty_list(string file, string kind)
    {
        if (Read(file) is not { } page) return;
        Assert.Equal(kind, $"{page.Kind}");
        Assert.Empty(page.Boxes);
    }

    [Theory]
    [InlineData("4.5/category/15-dc.html")]
    [InlineData("3.11/category/15-dc.html")]
    [InlineData("4.5/variants/site-lang-en-category15.html")]
    [InlineData("4.5/variants/theme-moove-category15.html")]
    [InlineData("3.11/variants/theme-eguru-category15.html")]
    [InlineData("4.5/variants/category-15-no-summaries.html")]
    public void Access_does_not_depend_on_version_theme_or_language(string file)
    {
        if (Read(file) is not { } page) return;
        var access = page.Boxes.ToDictionary(box => box.Id, box => box.Access);
        Assert.Equal("guest", access[4]);
        Assert.Equal("guest", access[2]);
        Assert.Equal("key", access[10]);
        Assert.Equal("key", access[6]);
    }

    [Theory]
    [InlineData("4.5/category/14-mooc-browse-courses.html")]
    [InlineData("3.11/category/14-mooc-browse-courses.html")]
    [InlineData("4.5/variants/theme-moove-category15.html")]
    public void The_chooser_names_every_visible_category_with_its_parent(string file)
    {
        if (Read(file) is not { } page) return;
        Assert.True(page.AllCategories);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20], page.Categories.Select(category => (int)category.Id).Order());
        Assert.Equal(14, page.Categories.Single(category => category.Id == 15).Parent);
        Assert.Equal("Бакалаврат", page.Categories.Single(category => category.Id == 4).Name);
        Assert.Equal("Відкриті онлайн-курси | Open online courses", page.Categories.Single(category => category.Id == 14).Name);
    }

    [Theory]
    [InlineData("4.5/category/15-dc-perpage5-page0.html", "https://m.example/course/index.php?categoryid=15&browse=courses&perpage=5&page=0", 1)]
    [InlineData("3.11/category/15-dc-perpage5-page1.html", "https://m.example/course/index.php?categoryid=15&browse=courses&perpage=5&page=1", null)]
    [InlineData("4.5/category/15-dc-perpage5-page2-last.html", "https://m.example/course/index.php?categoryid=15&browse=courses&perpage=5&page=2", null)]
    [InlineData("4.5/variants/perpage5-category-14-subcategories.html", "https://m.example/course/index.php?categoryid=14", 1)]
    [InlineData("4.5/variants/perpage5-category-15.html", "https://m.example/course/index.php?categoryid=15", 1)]
    public void The_next_page_is_the_one_after_this(string file, string address, int? next)
    {
        if (Read(file, address) is not { } page) return;
        Assert.Equal(next, page.Next is null ? null : MoodleAddresses.PageOf(page.Next.Query));
    }

    [Theory]
    [InlineData("4.5/ws/error-wrong-token.json", "invalidtoken")]
    [InlineData("4.5/ws/error-empty-token.json", "invalidtoken")]
    [InlineData("3.11/ws/error-wrong-token.json", "invalidtoken")]
    [InlineData("4.5/ws/error-function-not-in-service.json", "accessexception")]
    [InlineData("4.5/ws/error-missing-capability.json", "accessexception")]
    [InlineData("4.5/ws/error-unknown-function.json", "invalidrecord")]
    [InlineData("4.5/ws/courses-by-field-invalid-field.json", "invalidparameter")]
    [InlineData("4.5/ws/enrol-methods-hidden.json", "coursehidden")]
    [InlineData("4.5/variants/maintenance-ws.json", "sitemaintenance")]
    public void An_error_of_the_web_services_is_told_by_its_code(string file, string code)
    {
        if (Json(file) is not { } json) return;
        Assert.Equal(code, MoodleServiceReader.Error(json)?.Code);
    }

    [Theory]
    [InlineData("4.5/ws/courses-by-field-manager-cat15.json")]
    [InlineData("3.11/ws/courses-by-field-manager-cat15.json")]
    public void A_manager_is_told_which_courses_are_hidden(string file)
    {
        if (Json(file) is not { } json) return;
        var courses = MoodleServiceReader.Courses(json, new Uri("https://m.example/"), "uk")!;
        Assert.Equal([8, 12], courses.Where(course => course.Visible == false).Select(course => (int)course.Box.Id).Order());
        Assert.Equal(10, courses.Count(course => course.Visible == true));
    }

    [Theory]
    [InlineData("4.5/ws/ok-xml-format.xml")]
    [InlineData("4.5/ws/error-xml-format.xml")]
    [InlineData("3.11/ws/ok-xml-format.xml")]
    [InlineData("3.11/ws/error-xml-format.xml")]
    public void An_answer_in_XML_is_refused_and_not_taken_for_an_empty_list(string file)
    {
        if (Bytes(file) is not { } bytes) return;
        var address = new Uri("https://m.example/webservice/rest/server.php");
        var page = new Page { Request = new PageRequest(address), Address = address, Status = System.Net.HttpStatusCode.OK, Body = bytes, ContentType = "application/xml" };
        Assert.Throws<ListingUnreliableException>(() => Answers.Json(page));
    }

    [Fact]
    public void A_manager_is_told_of_hidden_categories_and_they_are_left_out()
    {
        if (Json("4.5/ws/categories-manager.json") is not { } json) return;
        Assert.DoesNotContain(MoodleServiceReader.Categories(json, "uk"), category => category.Id is 18 or 19);
    }

    private MoodlePage? Read(string file, string address = "https://m.example/course/index.php") =>
        Bytes(file) is { } bytes
            ? MoodlePageReader.Read(PageText.Decode(bytes, "text/html").Text, new Uri(address), "uk")
            : null;

    private JsonElement? Json(string file) => Bytes(file) is { } bytes ? JsonDocument.Parse(bytes).RootElement : null;

    private byte[]? Bytes(string file)
    {
        if (Workspace.Captures("moodle") is { } folder) return File.ReadAllBytes(Path.Combine(folder, file));
        output.WriteLine("Passed without a check: the recordings captures/moodle are not beside the working copy.");
        return null;
    }
}
