using DcCourseIndex.Crawler.Platforms.OpenEdx;

namespace DcCourseIndex.Crawler.Tests.Platforms.OpenEdx;

public sealed class OpenEdxKeyTests
{
    [Theory]
    [InlineData("https://lms.example/courses/course-v1:LibUA+DC101+2026_T1/about", "LibUA+DC101")]
    [InlineData("https://lms.example/courses/course-v1%3ALibUA%2BDC101%2B2026_T1/about", "LibUA+DC101")]
    [InlineData("https://lms.example/courses/course-v1:LibUA%20DC101%202026_T1", "LibUA+DC101")]
    [InlineData("https://apps.lms.example/learning/course/course-v1:LibUA+DC101+2026_T1/home", "LibUA+DC101")]
    [InlineData("https://site.example/course/course-v1:LibUA+DC101+2026_T1", "LibUA+DC101")]
    [InlineData("https://lms.example/courses/KPI/Programming101/2015_T1/about", "KPI+Programming101")]
    [InlineData("https://lms.example/courses/KPI/Programming101/2015_T1/", "KPI+Programming101")]
    [InlineData("https://lms.example/courses/course-v1:LibUA+DC101/about", null)]
    [InlineData("https://lms.example/courses/python/about", null)]
    [InlineData("https://lms.example/about", null)]
    public void A_key_is_found_in_every_address_of_a_course(string address, string? course) => Assert.Equal(course, OpenEdxKey.InAddress(new Uri(address))?.Course);

    [Theory]
    [InlineData("library-v1:LibUA+x")]
    [InlineData("course-v1:LibUA+DC101")]
    [InlineData("LibUA/DC101")]
    [InlineData("a b/c/d")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_whole_key_is_none(string? text) => Assert.Null(OpenEdxKey.Of(text));
}
