using System.Text;
using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Moodle;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Moodle;

/// <summary>Runs over the web services of small invented portals.</summary>
public sealed class MoodleServiceTests
{
    private const string Door = "/webservice/rest/server.php#";
    private const string Courses = Door + "core_course_get_courses_by_field";
    private const string Categories = Door + "core_course_get_categories";
    private const string Methods = Door + "core_enrol_get_course_enrolment_methods";

    private readonly SourceDefinition source = Portal.Source("moodle") with { TokenVariable = "MOODLE_PORTAL" };
    private readonly MoodlePlatform platform = new(name => name == "MOODLE_PORTAL" ? "secret-token" : null);

    [Fact]
    public async Task The_most_open_way_into_a_course_is_its_access()
    {
        var portal = Small(
            Course(10, visible: 1, "guest", "self"), Course(11, null, "self"), Course(12, null, "guest"), Course(13, null, "guest", "self"), Course(14, null, "manual"), Course(15, null, "self"))
            .With(Methods, request => Answer(request, request.Form!["courseid"] switch
            {
                "11" or "13" => """[{"id":1,"type":"self","status":true}]""",
                _ => """[{"id":2,"type":"self","status":true,"wsfunction":"enrol_self_get_instance_info"}]""",
            }));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["guest", "self", "key", "self", "unknown", "key"], harvested.Listings.Select(listing => listing.Access));
        Assert.Equal(["11", "13", "15"], portal.Asked.Where(request => request.Form!["wsfunction"] == "core_enrol_get_course_enrolment_methods").Select(request => request.Form!["courseid"]));
        Assert.Equal("free", harvested.ById["11"].Price);
    }

    [Fact]
    public async Task What_an_account_with_a_role_may_enter_says_nothing_about_guests()
    {
        var portal = Small(Course(10, 1, "manual"), Course(11, 1, "guest"), Course(12, 1, "guest"), Course(13, 0, "guest"))
            .With(Methods, request => Answer(request, $$"""[{"id":{{request.Form!["courseid"]}},"type":"guest","status":true,"wsfunction":"enrol_guest_get_instance_info"}]"""))
            .With(Door + "enrol_guest_get_instance_info", request => Answer(request, $$"""{"instanceinfo":{"id":1,"type":"guest","passwordrequired":{{(request.Form!["instanceid"] == "12" ? "true" : "false")}}},"warnings":[]}"""));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal([("10", "unknown"), ("11", "guest"), ("12", "key")], harvested.Listings.Select(listing => (listing.Id, listing.Access!)));
    }

    [Fact]
    public async Task A_service_without_enrolment_methods_is_asked_for_them_once()
    {
        var portal = Small(Course(10, null, "self"), Course(11, null, "self"), Course(12, 1, "guest"))
            .With(Methods, request => Answer(request, """{"exception":"webservice_access_exception","errorcode":"accessexception","message":"x"}"""));
        var harvested = await Harvested.Of(platform, source, portal);
        Assert.Equal(["unknown", "unknown", "guest"], harvested.Listings.Select(listing => listing.Access));
        Assert.Single(portal.Asked, request => request.Form!["wsfunction"] == "core_enrol_get_course_enrolment_methods");
    }

    [Fact]
    public async Task A_course_that_turns_out_hidden_is_left_out()
    {
        var portal = Small(Course(10, null, "self"), Course(11, 1, "guest"))
            .With(Methods, request => Answer(request, """{"exception":"core\\exception\\moodle_exception","errorcode":"coursehidden","message":"x"}"""));
        Assert.Equal(["11"], (await Harvested.Of(platform, source, portal)).ById.Keys);
    }

    [Fact]
    public async Task The_token_stands_only_in_the_body_of_private_requests()
    {
        var portal = Small(Course(10, 1, "guest"));
        await Harvested.Of(platform, source, portal);
        Assert.All(portal.Asked, request =>
        {
            Assert.Equal("secret-token", request.Form!["wstoken"]);
            Assert.DoesNotContain("secret", request.Address.AbsoluteUri, StringComparison.Ordinal);
            Assert.True(request.Private);
        });
    }

    [Fact]
    public async Task A_run_goes_on_behind_its_marker() =>
        Assert.Equal(["12"], (await Harvested.Of(platform, source, Small(Course(10, 1, "guest"), Course(12, 1, "guest")), marker: "10")).ById.Keys);

    [Fact]
    public async Task Named_categories_include_those_below()
    {
        var portal = Small(Course(10, 1, "guest"), Course(11, 1, "guest", category: 3), Course(12, 1, "guest", category: 99));
        Assert.Equal(["10", "11"], (await Harvested.Of(platform, source with { Categories = ["право"] }, portal)).ById.Keys.Order());
        Assert.Equal(["11"], (await Harvested.Of(platform, source with { Categories = ["Земля"] }, portal)).ById.Keys);
        Assert.Contains("«Вода»", await RefusalOf(portal, source with { Categories = ["Вода"] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_courses_for_one_answer_are_asked_by_category()
    {
        var portal = Small().With(Courses, request => request.Form!["field"] == "category"
            ? Answer(request, List(Course(int.Parse(request.Form["value"], System.Globalization.CultureInfo.InvariantCulture) * 10, 1, "guest")))
            : new Page { Request = request, Address = request.Address, Failure = new PageFailure(FailureKind.TooLarge, "The answer is too large.") });
        Assert.Equal(["20", "30"], (await Harvested.Of(platform, source, portal)).ById.Keys.Order());
    }

    [Theory]
    [InlineData("""{"exception":"x","errorcode":"invalidtoken","message":"Ні"}""", 200, "invalidtoken", "MOODLE_PORTAL")]
    [InlineData("""{"exception":"x","errorcode":"accessexception","message":"Ні"}""", 200, "accessexception", "core_course_get_courses_by_field")]
    [InlineData("""{"exception":"x","errorcode":"sitemaintenance","message":"Ні"}""", 200, "sitemaintenance", "later")]
    [InlineData("""{"exception":"x","errorcode":"neverseen","message":"Ні"}""", 200, "neverseen", "owner")]
    [InlineData("", 403, "switched off", "portal.yml")]
    [InlineData("<!DOCTYPE html><title>Вхід</title>", 200, "HTML page", "address:")]
    [InlineData("{\"courses\":[{\"id\":1", 200, "not whole JSON", "again")]
    [InlineData("{\"courses\":[],\"warnings\":[]}", 200, "no course", "account")]
    [InlineData("{\"warnings\":[]}", 200, "without a list", "version")]
    [InlineData("[]", 200, "without a list", "version")]
    [InlineData("<html>", 502, "502", "later")]
    public async Task What_is_no_list_of_courses_is_refused_with_code_and_remedy(string body, int status, string says, string remedy)
    {
        var message = await RefusalOf(Small().With(Courses, request => Answer(request, body, status)), source);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-token", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_named_but_not_set_is_not_passed_over() =>
        Assert.Contains("OTHER", await RefusalOf(Small(), source with { TokenVariable = "OTHER" }), StringComparison.Ordinal);

    private async Task<string> RefusalOf(Portal portal, SourceDefinition of) =>
        (await Assert.ThrowsAsync<ListingUnreliableException>(() => Harvested.Of(platform, of, portal))).Message;

    private static Portal Small(params object[] courses) => new Portal()
        .With(Categories, request => Answer(request, """[{"id":2,"name":"Право","parent":0},{"id":3,"name":"Земля","parent":2}]"""))
        .With(Courses, request => Answer(request, List(courses)));

    private static string List(params object[] courses) => JsonSerializer.Serialize(new { courses, warnings = Array.Empty<object>() });

    private static Dictionary<string, object?> Course(int id, int? visible, string method, string? second = null, int category = 2)
    {
        var course = new Dictionary<string, object?>
        {
            ["id"] = id,
            ["fullname"] = $"Курс {id}",
            ["categoryid"] = category,
            ["summary"] = "<p>Опис.</p>",
            ["enrollmentmethods"] = second is null ? new[] { method } : [method, second],
        };
        if (visible is not null) course["visible"] = visible;
        return course;
    }

    private static Page Answer(PageRequest request, string body, int status = 200) => new()
    {
        Request = request,
        Address = request.Address,
        Status = (System.Net.HttpStatusCode)status,
        Body = Encoding.UTF8.GetBytes(body),
        ContentType = "application/json; charset=utf-8",
    };
}
