using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Links;

namespace DcCourseIndex.Crawler.Tests.Links;

public sealed class LinkReadingTests
{
    private static readonly string Itself = Sample.Html(Sample.Title, $"<h1>{Sample.Title}</h1><p>Про курс.</p>");
    private static readonly string Another = Sample.Html("Портал", "<h1>Вітаємо</h1><p>Тут багато курсів.</p>");

    [Theory]
    [InlineData(200, LinkSight.Answers)]
    [InlineData(204, LinkSight.Answers)]
    [InlineData(404, LinkSight.Absent)]
    [InlineData(410, LinkSight.Absent)]
    [InlineData(401, LinkSight.Blocked)]
    [InlineData(403, LinkSight.Blocked)]
    [InlineData(429, LinkSight.Blocked)]
    [InlineData(451, LinkSight.Blocked)]
    [InlineData(400, LinkSight.Unclear)]
    [InlineData(405, LinkSight.Unclear)]
    [InlineData(500, LinkSight.Unclear)]
    [InlineData(503, LinkSight.Unclear)]
    public void A_status_says_what_it_says(int status, LinkSight expected)
    {
        var look = LinkReading.Read(Sample.Link(), Sample.Answer(status));

        Assert.Equal((expected, status), (look.Sight, look.Status));
    }

    [Theory]
    [InlineData(FailureKind.Unreachable, FailureCause.NameUnknown, LinkSight.Silent)]
    [InlineData(FailureKind.Unreachable, FailureCause.Refused, LinkSight.Silent)]
    [InlineData(FailureKind.Unreachable, FailureCause.Insecure, LinkSight.Unclear)]
    [InlineData(FailureKind.Unreachable, FailureCause.Other, LinkSight.Unclear)]
    [InlineData(FailureKind.Timeout, FailureCause.Other, LinkSight.Unclear)]
    [InlineData(FailureKind.TooManyRedirects, FailureCause.Other, LinkSight.Unclear)]
    [InlineData(FailureKind.ForbiddenByRobots, FailureCause.Other, LinkSight.Unclear)]
    [InlineData(FailureKind.ForbiddenAddress, FailureCause.Other, LinkSight.Unclear)]
    [InlineData(FailureKind.BrokenAnswer, FailureCause.Other, LinkSight.Unclear)]
    [InlineData(FailureKind.CircuitOpen, FailureCause.Other, LinkSight.Unclear)]
    public void Only_an_unknown_name_and_a_refusal_are_silence(FailureKind kind, FailureCause cause, LinkSight expected)
    {
        var look = LinkReading.Read(Sample.Link(), Sample.Failure(kind, cause));

        Assert.Equal((expected, true, "It failed."), (look.Sight, look.IsMute, look.Reason));
    }

    [Theory]
    [InlineData("Сторінку не знайдено", "<p>…</p>")]
    [InlineData("404", "<h1>Ой!</h1>")]
    [InlineData("Портал", "<h1>Курс не знайдено</h1>")]
    [InlineData("Page Not Found | Portal", "")]
    [InlineData("Portal", "<h1>This course is no longer available</h1>")]
    [InlineData("Портал", "<p>На жаль, такого курсу немає.</p>")]
    [InlineData("", "<p>Can't find data record in database table course.</p>")]
    [InlineData("portal.example", "<h1>portal.example is for sale</h1>")]
    public void A_page_that_says_that_there_is_nothing_is_absent(string title, string body) =>
        Assert.Equal(LinkSight.Absent, LinkReading.Read(Sample.Link(), Sample.Answer(200, Sample.Html(title, body))).Sight);

    [Fact]
    public void A_course_about_not_finding_is_there()
    {
        const string name = "404: Not found, або HTTP для початківців";
        var link = Sample.Link() with { Title = name };

        Assert.Equal(LinkSight.Answers, LinkReading.Read(link, Sample.Answer(200, Sample.Html(name, $"<h1>{name}</h1><p>Курс.</p>"))).Sight);
    }

    [Fact]
    public void A_long_page_that_mentions_it_is_there()
    {
        var text = string.Concat(Enumerable.Repeat("Курс про пошук відомостей. ", 30)) + "Сторінку не знайдено: що робити?";

        Assert.Equal(LinkSight.Answers, LinkReading.Read(Sample.Link(), Sample.Answer(200, Sample.Html("Пошук", $"<p>{text}</p>"))).Sight);
    }

    [Theory]
    [InlineData(403, "Just a moment...", "")]
    [InlineData(503, "Just a moment...", "<script>window._cf_chl_opt={}</script>")]
    [InlineData(200, "Attention Required! | Cloudflare", "")]
    [InlineData(200, "DDoS-Guard", "")]
    [InlineData(200, "Перевірка", "<div class='g-recaptcha'></div><p>Підтвердіть, що ви не робот</p>")]
    [InlineData(200, "", "<iframe src='/_Incapsula_Resource?x=1'></iframe>")]
    [InlineData(404, "Checking your browser", "")]
    public void A_wall_against_robots_is_no_answer(int status, string title, string body) =>
        Assert.Equal(LinkSight.Blocked, LinkReading.Read(Sample.Link(), Sample.Answer(status, Sample.Html(title, body))).Sight);

    [Fact]
    public void A_course_page_with_a_captcha_in_its_form_is_there() =>
        Assert.Equal(LinkSight.Answers, LinkReading.Read(Sample.Link(), Sample.Answer(200, Sample.Html(Sample.Title, "<p>Запис</p><div class='g-recaptcha'></div>"))).Sight);

    [Theory]
    [InlineData(301, "https://portal.example/courses/media/", LinkSight.Answers)]
    [InlineData(301, "https://www.portal.example/courses/Media", LinkSight.Answers)]
    [InlineData(302, "https://portal.example/uk/courses/media?utm_source=x", LinkSight.Answers)]
    [InlineData(301, "https://portal.example/learn/media-2", LinkSight.Moved)]
    [InlineData(308, "https://elsewhere.example/learn/media-2", LinkSight.Moved)]
    [InlineData(302, "https://portal.example/learn/media-2", LinkSight.Answers)]
    [InlineData(301, "https://portal.example/", LinkSight.Absent)]
    [InlineData(302, "https://portal.example/uk/", LinkSight.Absent)]
    [InlineData(301, "https://elsewhere.example/", LinkSight.Absent)]
    [InlineData(301, "https://portal.example/courses", LinkSight.Absent)]
    [InlineData(302, "https://portal.example/search?q=media", LinkSight.Absent)]
    [InlineData(302, "https://portal.example/404", LinkSight.Absent)]
    [InlineData(303, "https://portal.example/login/index.php", LinkSight.Unclear)]
    [InlineData(301, "https://sso.example/auth/login", LinkSight.Unclear)]
    public void Where_a_redirect_ends_says_what_it_means(int status, string to, LinkSight expected) =>
        Assert.Equal(expected, LinkReading.Read(Sample.Link(), Sample.Answer(200, Another, Sample.Address, (status, to))).Sight);

    [Fact]
    public void One_passing_redirect_makes_the_whole_way_passing()
    {
        var look = LinkReading.Read(Sample.Link(), Sample.Answer(200, Another, Sample.Address, (301, "/new/media"), (302, "/newer/media")));

        Assert.Equal(LinkSight.Answers, look.Sight);
    }

    [Fact]
    public void A_list_that_shows_the_course_by_name_is_the_course() =>
        Assert.Equal(LinkSight.Moved, LinkReading.Read(Sample.Link(), Sample.Answer(200, Itself, Sample.Address, (301, "/courses"))).Sight);

    [Fact]
    public void A_page_that_names_the_course_is_not_anonymous()
    {
        Assert.Null(LinkReading.Read(Sample.Link(), Sample.Answer(200, Itself)).Anonymous);
        Assert.NotNull(LinkReading.Read(Sample.Link(), Sample.Answer(200, Another)).Anonymous);
    }
}
