using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Curation;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Tests.Curation;

public sealed class StatedFieldsTests
{
    private static readonly StatedFields Fields = new(new CourseNormaliser());

    [Theory]
    [InlineData("title", "\"  Нова <b>назва</b> \"", "\"Нова назва\"")]
    [InlineData("summary", "\"<p>Опис.</p>\"", "\"Опис.\"")]
    [InlineData("description", "\"<p onclick='x()'>Опис.</p>\"", "\"<p>Опис.</p>\"")]
    [InlineData("url", "\"https://portal.example/a\"", "\"https://portal.example/a\"")]
    [InlineData("language", "\"ukr\"", "\"uk\"")]
    [InlineData("price", "\"безкоштовно\"", "\"free\"")]
    [InlineData("prices", "[{\"amount\":100,\"currency\":\"грн\"}]", "[{\"amount\":100,\"currency\":\"UAH\"}]")]
    [InlineData("level", "\"початковий\"", "\"foundation\"")]
    [InlineData("workload", "\"12 годин\"", "\"PT12H\"")]
    [InlineData("duration", "\"4 тижні\"", "\"P4W\"")]
    [InlineData("keywords", "[\"Паролі\",\"паролі\"]", "")]
    [InlineData("authors", "[\"Вигадана Олена\"]", "[\"Вигадана Олена\"]")]
    [InlineData("tutor", "\"yes\"", "\"yes\"")]
    [InlineData("instances", "[{\"start\":\"2026-12-01\"}]", "2026-1")]
    public void A_value_is_read_as_an_import_reads_it(string field, string given, string read)
    {
        var (value, problem) = Fields.Read(field, JsonSerializer.Deserialize<JsonElement>(given));

        if (read.Length == 0)
        {
            Assert.Contains("cannot be read", problem, StringComparison.Ordinal);
            return;
        }

        Assert.Null(problem);
        Assert.Contains(read, value!.Value.ValueKind == JsonValueKind.String ? $"\"{value.Value.GetString()}\"" : value.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "\" \"", "no title")]
    [InlineData("url", "\"ftp://portal.example\"", "http or https")]
    [InlineData("price", "\"дешево\"", "free-to-study")]
    [InlineData("price", "5", "another kind")]
    [InlineData("language", "\"ельфійська\"", "cannot be read as language")]
    [InlineData("image", "\"картинка\"", "cannot be read as image")]
    [InlineData("workload", "\"довго\"", "cannot be read as workload")]
    [InlineData("summary", "\"<script>x</script>\"", "cannot be read as summary")]
    public void What_an_import_would_pass_over_is_refused_with_the_reason(string field, string given, string said)
    {
        var (value, problem) = Fields.Read(field, JsonSerializer.Deserialize<JsonElement>(given));

        Assert.Null(value);
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_of_the_record_that_may_be_set_is_a_member_of_a_listing()
    {
        var members = typeof(RawListing).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Empty(VerdictFields.OfCourse.Except(members));
    }
}
