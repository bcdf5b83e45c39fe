using System.Text.Json.Nodes;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

public sealed class ContractBreakTests
{
    private const string Promise =
        """
        {"paths":{"/courses":{"get":{
          "parameters":[{"name":"sort","in":"query","schema":{"type":"string","enum":["title","id"]}},{"name":"limit","in":"query","schema":{"type":"integer","minimum":1,"maximum":100}}],
          "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/List"}}}},"410":{"description":"gone"}}},
         "post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Listing"}}}},"responses":{"200":{"description":"ok"}}}}},
         "components":{"schemas":{
          "List":{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/Item"}},"next":{"type":["null","string"]}}},
          "Item":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"list":{"$ref":"#/components/schemas/List"}}},
          "Listing":{"type":"object","required":["title"],"properties":{"title":{"type":"string"},"hours":{"type":["integer","string"]}}}}}}
        """;

    [Fact]
    public void A_promise_that_is_kept_breaks_nothing() => Assert.Empty(ContractBreaks.Between(JsonNode.Parse(Promise)!, JsonNode.Parse(Promise)!));

    [Theory]
    [InlineData("\"/courses\":{\"get\"", "\"/listings\":{\"get\"", "get /courses is gone.", "post /courses is gone.")]
    [InlineData("\"post\":", "\"put\":", "post /courses is gone.")]
    [InlineData("\"name\":\"sort\"", "\"name\":\"order\"", "get /courses: the parameter sort in query is gone.")]
    [InlineData("[\"title\",\"id\"]", "[\"id\"]", "get /courses: sort in query: title is refused now.")]
    [InlineData("\"maximum\":100", "\"maximum\":50", "get /courses: limit in query: maximum is 50 now.")]
    [InlineData("\"type\":\"integer\",\"minimum\"", "\"type\":\"string\",\"minimum\"", "get /courses: limit in query: was integer, is string.")]
    [InlineData("{\"name\":\"limit\",", "{\"name\":\"limit\",\"required\":true,", "get /courses: the parameter limit in query is required now.")]
    [InlineData("[{\"name\":\"sort\"", "[{\"name\":\"new\",\"in\":\"query\",\"required\":true},{\"name\":\"sort\"", "get /courses: the parameter new in query is required now.")]
    [InlineData("\"410\"", "\"404\"", "get /courses: 410 is no answer any more.")]
    [InlineData("application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/List\"", "text/json\":{\"schema\":{\"$ref\":\"#/components/schemas/List\"", "get /courses: 200 is not answered as application/json any more.")]
    [InlineData("\"properties\":{\"id\"", "\"properties\":{\"name\"", "get /courses: 200 application/json.items[].id is gone.")]
    [InlineData("\"required\":[\"id\"],", "", "get /courses: 200 application/json.items[].id may be absent now.")]
    [InlineData("{\"id\":{\"type\":\"string\"}", "{\"id\":{\"type\":[\"null\",\"string\"]}", "get /courses: 200 application/json.items[].id: was string, is null/string.")]
    [InlineData("\"required\":[\"title\"]", "\"required\":[\"title\",\"hours\"]", "post /courses: body application/json.hours is required now.")]
    [InlineData("[\"integer\",\"string\"]", "\"string\"", "post /courses: body application/json.hours: was integer/string, is string.")]
    public void A_promise_that_is_taken_back_is_named(string was, string now, params string[] breaks)
    {
        Assert.Contains(was, Promise, StringComparison.Ordinal);

        Assert.Equal(breaks, ContractBreaks.Between(JsonNode.Parse(Promise)!, JsonNode.Parse(Promise.Replace(was, now, StringComparison.Ordinal))!));
    }

    [Theory]
    [InlineData("[\"title\",\"id\"]", "[\"title\",\"id\",\"start\"]")]
    [InlineData("\"maximum\":100", "\"maximum\":1000")]
    [InlineData("\"properties\":{\"id\"", "\"properties\":{\"more\":{\"type\":\"string\"},\"id\"")]
    [InlineData("[{\"name\":\"sort\"", "[{\"name\":\"new\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}},{\"name\":\"sort\"")]
    [InlineData("\"required\":[\"title\"],", "")]
    [InlineData("\"type\":[\"null\",\"string\"]", "\"type\":\"string\"")]
    [InlineData("\"410\"", "\"404\":{\"description\":\"unknown\"},\"410\"")]
    public void What_is_added_breaks_nobody(string was, string now)
    {
        Assert.Contains(was, Promise, StringComparison.Ordinal);

        Assert.Empty(ContractBreaks.Between(JsonNode.Parse(Promise)!, JsonNode.Parse(Promise.Replace(was, now, StringComparison.Ordinal))!));
    }
}
