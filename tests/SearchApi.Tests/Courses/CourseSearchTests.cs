using System.Text.Json.Nodes;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Courses;

public sealed class CourseSearchTests
{
    [Fact]
    public async Task An_answer_has_the_shape_that_portals_build_on()
    {
        await using var site = await SampleSite.StartAsync(searcher: new([SampleCourses.Media], SampleFrameworks.All) { Correction = new("медіаграмотність", true, "typo") });

        var (_, body) = await site.JsonAsync("/api/v1/courses?q=%D0%9C%D0%B5%D0%B4%D1%96%D0%B0&explain=true");

        var expected = JsonNode.Parse(
            """
            {
              "total": 1, "confident": true,
              "items": [{
                "id": "prometheus.DC101", "title": "Медіаграмотність для громадян",
                "summary": "Як розпізнати фейк, перевірити джерело й не стати жертвою маніпуляції. Курс для всіх, хто читає новини з телефона.\nЧотири модулі, після кожного — короткий тест.",
                "url": "https://prometheus.example.org/courses/DC101", "provider": "Prometheus", "publisher": "Інститут масової інформації",
                "authors": [], "source": "prometheus", "language": "uk", "subtitleLanguages": ["en"],
                "image": "https://prometheus.example.org/dc101.png", "keywords": ["фейк", "новини"], "subjects": ["Суспільство", "Медіа"],
                "framework": "digcomp-2.2", "primary": "1.2",
                "competences": [
                  {"code": "1.2", "label": "Оцінювання даних, інформації та цифрового контенту", "confidence": 0.9123, "evidence": [
                    {"kind": "text", "field": "title", "start": 0, "length": 15, "text": "Медіаграмотність"},
                    {"kind": "text", "field": "summary", "start": 15, "length": 4, "text": "фейк"}]},
                  {"code": "1.1", "label": "Перегляд, пошук і фільтрування даних, інформації та цифрового контенту", "confidence": 0.4, "evidence": [
                    {"kind": "source", "field": "", "start": 0, "length": 0, "text": "Пошук інформації"}]}],
                "level": "foundation", "context": ["basic", "personal"],
                "contextEvidence": [{"value": "basic", "confidence": 0.71, "evidence": [{"kind": "text", "field": "title", "start": 0, "length": 15, "text": "Медіаграмотність"}]}],
                "price": "free", "prices": [], "priceSeen": "2026-11-20", "access": "self", "mode": "self-paced", "credential": "certificate", "tutor": "no",
                "workload": "PT12H", "duration": "P4W", "instances": [], "licence": "https://creativecommons.org/licenses/by/4.0/",
                "state": "active", "link": "ok",
                "firstSeen": "2026-10-21T03:15:00+00:00", "lastSeen": "2026-11-20T03:15:00+00:00", "lastChanged": "2026-11-17T03:15:00+00:00",
                "offers": [{"id": "prometheus.DC101", "source": "prometheus", "url": "https://prometheus.example.org/courses/DC101", "price": "free", "access": "self"}],
                "score": 7.1235, "highlights": {"title": "<mark>Медіа</mark>грамотність для громадян"}, "explanation": "words 7.1"
              }],
              "facets": {
                "area": [{"value": "1", "label": "Інформаційна грамотність та робота з даними", "count": 1}],
                "competence": [
                  {"value": "1.1", "label": "Перегляд, пошук і фільтрування даних, інформації та цифрового контенту", "count": 1},
                  {"value": "1.2", "label": "Оцінювання даних, інформації та цифрового контенту", "count": 1}],
                "level": [{"value": "foundation", "label": "базовий", "count": 1}],
                "context": [{"value": "basic", "label": "для щоденного життя", "count": 1}, {"value": "personal", "label": "для себе", "count": 1}],
                "language": [{"value": "uk", "label": "українська", "count": 1}],
                "subtitle": [{"value": "en", "label": "англійська", "count": 1}],
                "provider": [{"value": "Prometheus", "label": "Prometheus", "count": 1}],
                "source": [{"value": "prometheus", "label": "prometheus", "count": 1}],
                "price": [{"value": "free", "label": "безкоштовно", "count": 1}],
                "access": [{"value": "self", "label": "після реєстрації", "count": 1}],
                "mode": [{"value": "self-paced", "label": "у власному темпі", "count": 1}],
                "credential": [{"value": "certificate", "label": "сертифікат", "count": 1}],
                "tutor": [{"value": "no", "label": "без наставника", "count": 1}],
                "duration": [{"value": "medium", "label": "від 3 до 20 годин", "count": 1}],
                "start": [{"value": "now", "label": "можна почати зараз", "count": 1}],
                "link": [{"value": "ok", "label": "працює", "count": 1}],
                "state": [{"value": "active", "label": "є на порталі", "count": 1}]
              },
              "suggestion": {"query": "медіаграмотність", "applied": true, "reason": "typo"},
              "next": null
            }
            """)!;
        SamePlainly(expected, body, "$");
    }

    [Fact]
    public async Task Labels_come_in_the_asked_language()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/courses?lang=en");

        Assert.Equal("Evaluating data, information and digital content", (string)body["items"]![0]!["competences"]![0]!["label"]!);
        Assert.Contains(body["facets"]!["price"]!.AsArray(), price => (string)price!["label"]! == "free to study, paid certificate");
    }

    [Fact]
    public async Task Codes_come_in_the_asked_framework_and_the_surest_stays()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/courses?framework=digcomp-ua");

        var media = body["items"]![0]!;
        Assert.Equal(["1.2", "1.4"], media["competences"]!.AsArray().Select(one => (string)one!["code"]!));
        Assert.Equal(("digcomp-ua", "1.2"), ((string)media["framework"]!, (string)media["primary"]!));
        var devices = body["items"]![1]!["competences"]!.AsArray();
        Assert.Equal([("4.1", 0.8), ("4.2", 0.8)], devices.Select(one => ((string)one!["code"]!, (double)one["confidence"]!)));
        Assert.Null(body["items"]![2]!["primary"]);
    }

    [Fact]
    public async Task Pages_follow_one_another_to_the_end()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, first) = await site.JsonAsync("/api/v1/courses?limit=3");
        var (_, second) = await site.JsonAsync($"/api/v1/courses?limit=3&cursor={(string)first["next"]!}");

        Assert.Equal(4, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => (string)item!["id"]!).Distinct().Count());
        Assert.True(second.AsObject().ContainsKey("next"));
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task Chosen_fields_are_all_that_is_sent()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/courses?fields=title,price,%20level&limit=1");
        var (_, one) = await site.JsonAsync("/api/v1/courses/prometheus.DC101?fields=description");

        Assert.Equal(["id", "title", "level", "price"], body["items"]![0]!.AsObject().Select(member => member.Key));
        Assert.Equal(["id", "description"], one.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_search_keeps_the_description_for_the_course_itself()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/courses");

        Assert.All(body["items"]!.AsArray(), item => Assert.False(item!.AsObject().ContainsKey("description")));
    }

    [Fact]
    public async Task An_unsure_index_says_so()
    {
        await using var site = await SampleSite.StartAsync(searcher: new(SampleCourses.All, SampleFrameworks.All) { Confident = false });

        Assert.False((bool)(await site.JsonAsync("/api/v1/courses")).Body["confident"]!);
    }

    [Fact]
    public async Task An_answer_that_filters_have_emptied_fits_nothing()
    {
        await using var site = await SampleSite.SharedAsync();

        var (_, body) = await site.JsonAsync("/api/v1/courses?provider=nobody");

        Assert.Equal((0, false), ((int)body["total"]!, (bool)body["confident"]!));
    }

    [Fact]
    public async Task Cyrillic_stays_readable()
    {
        await using var site = await SampleSite.SharedAsync();

        using var response = await site.GetAsync("/api/v1/courses");

        Assert.Contains("Медіаграмотність для громадян", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Equal as JSON; said member by member, so that a difference is found.</summary>
    private static void SamePlainly(JsonNode expected, JsonNode actual, string place)
    {
        if (expected is JsonObject wanted && actual is JsonObject got)
        {
            Assert.Equal(wanted.Select(member => member.Key), got.Select(member => member.Key));
            foreach (var (name, value) in wanted.Where(member => member.Value is not null))
                SamePlainly(value!, got[name]!, $"{place}.{name}");
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(expected, actual), $"{place}: {expected.ToJsonString()} was expected, {actual?.ToJsonString()} came.");
        }
    }
}
