using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Courses;

public sealed class WireTests
{
    [Fact]
    public void The_values_are_those_of_the_design()
    {
        Values<Price>("free", "free-to-study", "paid", "unknown");
        Values<Access>("open", "guest", "self", "key", "invitation", "unknown");
        Values<CourseMode>("self-paced", "scheduled", "unknown");
        Values<Credential>("certificate", "record", "none", "unknown");
        Values<Tutor>("yes", "no", "unknown");
        Values<Level>("foundation", "intermediate", "advanced", "highly-specialised");
        Values<Context>("basic", "professional", "personal");
        Values<CourseState>("active", "missing", "retired");
        Values<LinkHealth>("ok", "moved", "gone", "blocked", "unsure");
        Values<EvidenceKind>("text", "source", "librarian");
        Values<RunKind>("harvest", "recorded", "import");
        Values<RunState>("open", "promoted", "held", "discarded", "failed");
        Values<HarvestEnd>("complete", "partial", "failed", "interrupted");
        Values<RequestState>("waiting", "taken", "done");
    }

    [Theory]
    [InlineData("Free")]
    [InlineData("free ")]
    [InlineData("freetostudy")]
    [InlineData("FreeToStudy")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_is_read_letter_for_letter(string? name) => Assert.False(Wire.TryParse<Price>(name, out _));

    [Fact]
    public void A_number_is_no_value() => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Price>("1", Wire.Json));

    [Fact]
    public void A_wrong_value_is_told_with_the_right_ones()
    {
        var wrong = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Tutor>("\"maybe\"", Wire.Json));
        Assert.Contains("«maybe» is not one of unknown, yes, no", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_camel_case_without_nulls_and_with_readable_Cyrillic() => Assert.Equal(
        """{"kind":"text","field":"title","start":0,"length":4,"text":"Дані"}""",
        JsonSerializer.Serialize(new Evidence(EvidenceKind.Text, "title", 0, 4, "Дані"), Wire.Json));

    [Fact]
    public void An_unknown_level_is_absent() =>
        Assert.DoesNotContain("level", JsonSerializer.Serialize(new Tagging { TaggerVersion = "1" }, Wire.Json), StringComparison.Ordinal);

    [Fact]
    public void A_level_that_the_portal_states_goes_before_the_inferred_one()
    {
        var at = DateTimeOffset.UnixEpoch;
        var course = new CatalogCourse
        {
            Course = new Course { Id = "portal.1", Source = "portal", SourceId = "1", Title = "Т", Url = "https://portal.example/1" },
            Tagging = new Tagging { TaggerVersion = "1", Level = Level.Advanced },
            FirstSeen = at,
            LastSeen = at,
            LastChanged = at,
        };
        Assert.Equal(Level.Advanced, course.Level);
        Assert.Equal(Level.Foundation, (course with { Course = course.Course with { Level = Level.Foundation } }).Level);
    }

    private static void Values<T>(params string[] names) where T : struct, Enum
    {
        Assert.Equal(names.Order(StringComparer.Ordinal), Wire.All<T>().Order(StringComparer.Ordinal));
        foreach (var name in names)
        {
            Assert.True(Wire.TryParse<T>(name, out var value));
            Assert.Equal(name, Wire.Name(value));
            Assert.Equal($"\"{name}\"", JsonSerializer.Serialize(value, Wire.Json));
            Assert.Equal(value, JsonSerializer.Deserialize<T>($"\"{name}\"", Wire.Json));
        }
    }
}
