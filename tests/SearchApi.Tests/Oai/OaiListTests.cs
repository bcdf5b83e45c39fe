using System.Globalization;
using System.Xml.Linq;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Oai;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;

namespace DcCourseIndex.SearchApi.Tests.Oai;

/// <summary>Lists, their pages, sets and dates.</summary>
public sealed class OaiListTests(OaiSite site) : IClassFixture<OaiSite>
{
    private static readonly XNamespace Oai = OaiSite.Oai;

    [Fact]
    public async Task A_list_goes_on_until_every_record_was_given_once()
    {
        var first = await site.AskAsync("verb=ListIdentifiers&metadataPrefix=oai_dc");
        var token = first.Descendants(Oai + "resumptionToken").Single();
        var all = await site.ListAsync("verb=ListIdentifiers&metadataPrefix=oai_dc");

        Assert.Equal(("235", "0"), ((string?)token.Attribute("completeListSize"), (string?)token.Attribute("cursor")));
        Assert.Equal(100, first.Descendants(Oai + "header").Count());
        Assert.Equal(235, all.Select(OaiSite.Id).Distinct().Count());
        Assert.Equal(235, all.Count);
        Assert.Contains("oai:localhost:many.17", all.Select(OaiSite.Id));
    }

    [Fact]
    public async Task The_last_page_of_several_says_that_it_is_the_last()
    {
        var next = (await site.AskAsync("verb=ListIdentifiers&metadataPrefix=oai_dc")).Descendants(Oai + "resumptionToken").Single().Value;
        next = (await site.AskAsync($"verb=ListIdentifiers&resumptionToken={next}")).Descendants(Oai + "resumptionToken").Single().Value;
        var last = (await site.AskAsync($"verb=ListIdentifiers&resumptionToken={next}")).Descendants(Oai + "resumptionToken").Single();

        Assert.Equal(("", "235", "200"), (last.Value, (string?)last.Attribute("completeListSize"), (string?)last.Attribute("cursor")));
    }

    [Fact]
    public async Task What_a_portal_no_longer_offers_stays_as_a_deleted_record()
    {
        var record = (await site.AskAsync("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:prometheus.OLD")).Descendants(Oai + "record").Single();

        Assert.Equal("deleted", (string?)record.Element(Oai + "header")!.Attribute("status"));
        Assert.Null(record.Element(Oai + "metadata"));
        Assert.Contains("oai:localhost:prometheus.OLD", (await site.ListAsync("verb=ListRecords&metadataPrefix=marc21")).Select(OaiSite.Id));
    }

    [Theory]
    [InlineData("source:prometheus", "prometheus.DC101", "prometheus.PY1")]
    [InlineData("source:dl-sample", "dl-sample.42", "dl-sample.7")]
    [InlineData("area:4", "dl-sample.42")]
    [InlineData("competence:1.2", "prometheus.DC101")]
    [InlineData("language:en", "prometheus.PY1")]
    public async Task A_set_holds_its_courses_and_the_deletions_that_may_be_of_it(string set, params string[] ids)
    {
        var headers = await site.ListAsync($"verb=ListIdentifiers&metadataPrefix=oai_dc&set={set}");

        Assert.Equal(ids.Select(id => $"oai:localhost:{id}").Order(), headers.Where(header => header.Attribute("status") is null).Select(OaiSite.Id).Order());
        Assert.Equal(set != "source:dl-sample", headers.Any(header => header.Attribute("status") is not null));
        Assert.All(headers, header => Assert.Contains(set, header.Elements(Oai + "setSpec").Select(spec => spec.Value)));
    }

    [Fact]
    public async Task A_set_holds_what_lies_below_it()
    {
        var all = await site.ListAsync("verb=ListIdentifiers&metadataPrefix=oai_dc&set=competence");

        Assert.Equal(233, all.Count(header => header.Attribute("status") is null));
        Assert.DoesNotContain("oai:localhost:dl-sample.7", all.Select(OaiSite.Id));
    }

    [Fact]
    public async Task Every_set_of_a_record_is_listed()
    {
        var sets = (await site.AskAsync("verb=ListSets")).Descendants(Oai + "setSpec").Select(spec => spec.Value).ToList();
        var used = (await site.ListAsync("verb=ListIdentifiers&metadataPrefix=oai_dc")).SelectMany(header => header.Elements(Oai + "setSpec")).Select(spec => spec.Value).Distinct();

        Assert.Equal(sets.Count, sets.Distinct().Count());
        Assert.Empty(used.Except(sets));
    }

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    [InlineData("yyyy-MM-dd")]
    public async Task Both_ends_of_a_range_belong_to_it(string form)
    {
        var stamp = (await site.AskAsync("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:many.5")).Descendants(Oai + "datestamp").Single().Value;
        var date = DateTimeOffset.Parse(stamp, CultureInfo.InvariantCulture).UtcDateTime;
        var (at, before) = (date.ToString(form, CultureInfo.InvariantCulture), date.AddDays(-1).ToString(form, CultureInfo.InvariantCulture));

        var within = await site.ListAsync($"verb=ListIdentifiers&metadataPrefix=oai_dc&from={at}&until={at}");
        var earlier = await site.AskAsync($"verb=ListIdentifiers&metadataPrefix=oai_dc&until={before}");

        Assert.Contains("oai:localhost:many.5", within.Select(OaiSite.Id));
        Assert.Equal("noRecordsMatch", OaiSite.ErrorOf(earlier));
    }

    [Fact]
    public async Task What_changes_while_a_list_is_read_is_not_lost()
    {
        await using var real = await RealSite.StartAsync([.. SampleCourses.Many(150)]);
        var first = await OaiSite.AskAsync(real, "verb=ListRecords&metadataPrefix=oai_dc");
        var token = first.Descendants(Oai + "resumptionToken").Single().Value;
        var known = first.Descendants(Oai + "header").Select(OaiSite.Id).First()["oai:localhost:".Length..];

        var changed = SampleCourses.Many(151).Select(course => course.Course.Id == known ? course with { Course = course.Course with { Title = "Нова назва" } } : course);
        await real.HarvestAgainAsync("many", [.. changed]);
        var rest = await OaiSite.AskAsync(real, $"verb=ListRecords&resumptionToken={token}");

        var titles = rest.Descendants().Where(element => element.Name.LocalName == "title").Select(title => title.Value).ToList();
        Assert.Equal(52, titles.Count);
        Assert.Contains("Нова назва", titles);
        Assert.Contains("Таблиці та дані, частина 151", titles);
    }

    [Fact]
    public async Task A_token_of_another_catalogue_is_refused()
    {
        var token = (await site.AskAsync("verb=ListRecords&metadataPrefix=oai_dc")).Descendants(Oai + "resumptionToken").Single().Value;
        var list = OaiList.Read("ListRecords", token)!;

        Assert.Null(OaiSite.ErrorOf(await site.AskAsync($"verb=ListRecords&resumptionToken={list.Token()}")));
        Assert.Equal("badResumptionToken", OaiSite.ErrorOf(await site.AskAsync($"verb=ListRecords&resumptionToken={(list with { Epoch = "restored" }).Token()}")));
        Assert.Equal("badResumptionToken", OaiSite.ErrorOf(await site.AskAsync($"verb=ListRecords&resumptionToken={(list with { After = 1_000_000 }).Token()}")));
        Assert.Equal("badResumptionToken", OaiSite.ErrorOf(await site.AskAsync($"verb=ListIdentifiers&resumptionToken={token}")));
    }

    [Fact]
    public async Task Only_what_may_be_passed_on_is_given()
    {
        var secret = SampleCourses.Known(SampleCourses.Media.Course with { Id = "quiet.1", Source = "quiet", SourceId = "1", Summary = "Таємний опис", PassingOn = new(PassedText.None, false) }, Tagging.None);
        await using var real = await RealSite.StartAsync([secret]);

        foreach (var format in OaiFormat.All)
        {
            var answer = await OaiSite.AskAsync(real, $"verb=ListRecords&metadataPrefix={format.Prefix}");
            Assert.Contains("Медіаграмотність", answer.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("Таємний", answer.Value, StringComparison.Ordinal);
        }
    }
}
