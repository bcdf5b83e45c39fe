using DcCourseIndex.SearchApi.Pages;
using DcCourseIndex.SearchApi.Pages.Courses;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Tests.Pages;

public sealed class PageLinkTests
{
    [Fact]
    public void Defaults_do_not_stand_in_an_address() =>
        Assert.Equal("/?level=advanced", Here("?q=&lang=uk&sort=relevance&framework=digcomp-2.2&level=advanced").ToString());

    [Fact]
    public void One_value_of_many_can_be_dropped() =>
        Assert.Equal("/?level=advanced", Here("?level=foundation&level=advanced").Without("level", "foundation").ToString());

    [Fact]
    public void Another_page_keeps_language_and_framework() =>
        Assert.Equal("/sources?lang=en&framework=digcomp-ua", Here("?q=a&lang=en&framework=digcomp-ua&level=advanced").To("/sources").ToString());

    [Fact]
    public void Values_are_escaped() =>
        Assert.Equal("/?q=a%26b%20%22%3C%23", Here("").With("q", "a&b \"<#").ToString());

    private static PageLink Here(string query) => PageLink.Of(new DefaultHttpContext { Request = { Path = "/", QueryString = new(query) } }.Request);
}
