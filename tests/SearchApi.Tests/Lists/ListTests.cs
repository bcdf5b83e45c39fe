using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Tests.Lists;

public sealed class ListTests
{
    private const string Two = """{"name":"Для бабусі","about":"Три вечори","courses":[{"id":"prometheus.PY1"},{"id":"prometheus.DC101","note":"Спершу це"}]}""";

    [Fact]
    public async Task A_kept_list_is_read_by_its_number_and_changed_by_its_key_alone()
    {
        await using var site = await SampleSite.StartAsync();
        var (made, list) = await site.PostAsync("/api/v1/lists", Two);
        var (id, key) = ((string)list["id"]!, (string)list["key"]!);

        var (_, read) = await site.JsonAsync($"/api/v1/lists/{id}");
        var refused = await SendAsync(site, HttpMethod.Put, id, "wrong", """{"name":"x","courses":[]}""");
        var changed = await SendAsync(site, HttpMethod.Put, id, key, """{"name":"Нова назва","courses":[{"id":"dl-sample.42"}]}""");
        var (_, after) = await site.JsonAsync($"/api/v1/lists/{id}");
        var removed = await SendAsync(site, HttpMethod.Delete, id, key, null);
        var (gone, _) = await site.JsonAsync($"/api/v1/lists/{id}");

        Assert.Equal((201, HttpStatusCode.Forbidden, HttpStatusCode.NoContent, HttpStatusCode.NoContent, 404), (made, refused, changed, removed, gone));
        Assert.Equal([("prometheus.PY1", "unreachable", ""), ("prometheus.DC101", "there", "Спершу це")], read["courses"]!.AsArray().Select(course => ((string)course!["id"]!, (string)course["fate"]!, (string)course["note"]!)));
        Assert.Equal(("Нова назва", 1), ((string)after["name"]!, after["courses"]!.AsArray().Count));
        Assert.DoesNotContain(key, read.ToJsonString(), StringComparison.Ordinal);
        Assert.EndsWith($"/lists/{id}/edit?key={key}", (string)list["editPage"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_store_has_only_the_hash_of_a_key()
    {
        await using var site = await SampleSite.StartAsync();

        var (_, list) = await site.PostAsync("/api/v1/lists", Two);

        var file = site.Services.GetRequiredService<LedgerStore>().Name;
        var key = System.Text.Encoding.UTF8.GetBytes((string)list["key"]!);
        foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(key));
        }
    }

    [Fact]
    public async Task A_course_that_died_is_marked_and_others_are_offered()
    {
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var (_, list) = await real.Site.PostAsync("/api/v1/lists", Two);
        await real.HarvestAgainAsync("prometheus", [SampleCourses.English, SampleCourses.Known(SampleCourses.Media.Course with { Id = "prometheus.DC202", SourceId = "DC202", Title = "Фейки й новини" }, SampleCourses.Media.Tagging)]);
        await real.HarvestAgainAsync("prometheus", [SampleCourses.English, SampleCourses.Known(SampleCourses.Media.Course with { Id = "prometheus.DC202", SourceId = "DC202", Title = "Фейки й новини" }, SampleCourses.Media.Tagging)]);

        var (_, read) = await real.Site.JsonAsync($"/api/v1/lists/{(string)list["id"]!}");
        var (_, page) = await real.Site.PageAsync($"/lists/{(string)list["id"]!}");

        var dead = read["courses"]![1]!;
        Assert.Equal(("retired", "Медіаграмотність для громадян"), ((string)dead["fate"]!, (string)dead["title"]!));
        Assert.Equal("prometheus.DC202", (string)dead["instead"]![0]!["id"]!);
        Assert.Contains("Цього курсу вже немає", page.QuerySelectorAll(".hit")[1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".hit a[href='/courses/prometheus.DC202']"));
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "$")]
    [InlineData("""{"name":"x","courses":[{"id":"../x"}]}""", "$.courses")]
    [InlineData("""{"name":"x","courses":[{"id":"a1.b"},{"id":"a1.b"}]}""", "$.courses")]
    [InlineData("""{"name":"x","courses":[],"owner":"me"}""", "$.owner")]
    [InlineData("""{"name":"NAME","courses":[]}""", "$.name")]
    public async Task A_list_that_breaks_the_rules_is_refused(string body, string member)
    {
        await using var site = await SampleSite.SharedAsync();

        var (status, problem) = await site.PostAsync("/api/v1/lists", body.Replace("NAME", new string('я', 121), StringComparison.Ordinal));

        Assert.Equal((400, member), (status, (string)problem["parameter"]!));
    }

    [Fact]
    public async Task Texts_are_plain_and_stay_text()
    {
        await using var site = await SampleSite.StartAsync();

        var (_, list) = await site.PostAsync("/api/v1/lists", """{"name":"<script>alert(1)</script>","about":"рядок\nдругий\u0007","courses":[{"id":"prometheus.DC101","note":"<img src=x onerror=y>"}]}""");
        var (_, page) = await site.PageAsync($"/lists/{(string)list["id"]!}");
        var (_, read) = await site.JsonAsync($"/api/v1/lists/{(string)list["id"]!}");

        Assert.Equal("<script>alert(1)</script>", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("рядок другий", (string)read["about"]!);
        Assert.Empty(page.QuerySelectorAll("main script:not([type='application/ld+json']), main img"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_list_in_an_address_is_read_and_exported_without_the_server_keeping_it()
    {
        await using var site = await SampleSite.StartAsync();
        var word = ListCode.Write(new("Удома", "", [new("prometheus.DC101"), new("dl-sample.42") { Note = "Потім" }]));

        var (status, read) = await site.JsonAsync($"/api/v1/lists?list={word}");
        using var bibtex = await site.GetAsync($"/api/v1/lists?list={word}&format=bibtex");
        var (refused, _) = await site.JsonAsync("/api/v1/lists?list=nonsense");

        Assert.Equal((200, "Удома", 400), (status, (string)read["name"]!, refused));
        Assert.Null(read["id"]);
        Assert.Equal(2, (await bibtex.Content.ReadAsStringAsync()).Split("@online").Length + (await bibtex.Content.ReadAsStringAsync()).Split("@misc").Length - 2);
        Assert.Empty(await site.Services.GetRequiredService<ListLedger>().NewestAsync(10, default));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("bibtex")]
    [InlineData("ris")]
    [InlineData("marcxml")]
    [InlineData("csl-json")]
    public async Task What_was_exported_can_be_pasted_back(string format)
    {
        await using var site = await SampleSite.StartAsync();
        var exported = await site.Client.GetStringAsync(new Uri($"/api/v1/courses?format={format}", UriKind.Relative));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("act", "save"), KeyValuePair.Create("list", ""), KeyValuePair.Create("text", exported)]);

        using var response = await site.Client.PostAsync(new Uri("/list", UriKind.Relative), form);

        var word = response.Headers.Location!.ToString().Split("list=")[1];
        Assert.Equal(SampleCourses.All.Select(known => known.Course.Id).Order(), ListCode.Read(word)!.Courses.Select(course => course.Id).Order());
    }

    [Fact]
    public async Task Too_many_new_lists_within_an_hour_are_refused_with_the_time_to_wait()
    {
        await using var site = await SampleSite.StartAsync();
        var ledger = site.Services.GetRequiredService<ListLedger>();
        for (var made = 0; made < ListLedger.MostAnHour; made++)
            await ledger.AddAsync(ChosenCourses.Empty, default);

        using var response = await site.Client.PostAsJsonAsync(new Uri("/api/v1/lists", UriKind.Relative), JsonNode.Parse(Two));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), response.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task One_address_makes_thirty_lists_at_once_and_takes_nobody_elses()
    {
        var clock = new ManualClock();
        await using var site = await SampleSite.StartAsync(clock: clock);
        for (var made = 0; made < NewLists.EachAddress.Burst; made++)
            Assert.Equal(201, (await FromAsync(site, "192.0.2.1")).Response.StatusCode);

        var refused = await FromAsync(site, "192.0.2.1");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("act", "keep"), KeyValuePair.Create("list", ListCode.Write(new("а", "", []))!)]);
        var page = await FromAsync(site, "192.0.2.1", "/list", form);
        var other = await FromAsync(site, "192.0.2.2");
        clock.Pass(TimeSpan.FromMinutes(1));
        var later = await FromAsync(site, "192.0.2.1");

        Assert.Equal((429, 429, 201, 201), (refused.Response.StatusCode, page.Response.StatusCode, other.Response.StatusCode, later.Response.StatusCode));
        Assert.Equal(("60", "60"), (refused.Response.Headers.RetryAfter.ToString(), page.Response.Headers.RetryAfter.ToString()));
    }

    private static async Task<HttpContext> FromAsync(SampleSite site, string address, string path = "/api/v1/lists", HttpContent? content = null)
    {
        using var body = content ?? new StringContent(Two, System.Text.Encoding.UTF8, "application/json");
        var bytes = await body.ReadAsByteArrayAsync();
        return await site.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Request.Method = "POST";
            context.Request.Path = path;
            context.Request.ContentType = body.Headers.ContentType!.ToString();
            context.Request.ContentLength = bytes.Length;
            context.Request.Body = new MemoryStream(bytes);
        });
    }

    private static async Task<HttpStatusCode> SendAsync(SampleSite site, HttpMethod method, string id, string key, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/lists/{id}", UriKind.Relative));
        request.Headers.Add("List-Key", key);
        request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await site.Client.SendAsync(request);
        return response.StatusCode;
    }
}
