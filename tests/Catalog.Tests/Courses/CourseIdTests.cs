using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Tests.Courses;

public sealed class CourseIdTests
{
    [Theory]
    [InlineData("DC101")]
    [InlineData("a")]
    [InlineData("under_score-and-hyphen")]
    public void A_plain_identifier_is_kept_letter_for_letter(string sourceId) =>
        Assert.Equal("prometheus." + sourceId, CourseId.Of("prometheus", sourceId));

    [Fact]
    public void Eighty_characters_are_plain_and_one_more_is_not()
    {
        Assert.Equal("portal." + new string('a', 80), CourseId.Of("portal", new string('a', 80)));
        Assert.Equal(16, CourseId.Of("portal", new string('a', 81)).Length - "portal.".Length);
    }

    // Reckoned with another tool: base32 (RFC 4648) of the SHA-256, the first 16 characters in lower case.
    [Theory]
    [InlineData("course-v1:Prometheus+DC101+2024_T1", "dvn4pmhj6q26lj3u")]
    [InlineData("цифрова грамотність", "q5c26ofglt7lt6aw")]
    [InlineData("", "4oymiquy7qobjgx3")]
    public void Any_other_identifier_gives_way_to_its_digest(string sourceId, string key) =>
        Assert.Equal("portal." + key, CourseId.Of("portal", sourceId));

    [Theory]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    [InlineData("a\0")]
    [InlineData("é")]
    [InlineData("..")]
    public void What_is_unsafe_in_addresses_and_file_names_never_gets_into_an_id(string sourceId)
    {
        var id = CourseId.Of("portal", sourceId);
        Assert.DoesNotContain(sourceId, id["portal.".Length..], StringComparison.Ordinal);
        Assert.True(CourseId.IsWellFormed(id));
    }

    [Theory]
    [InlineData("dl-khpi", true)]
    [InlineData("ab", true)]
    [InlineData("a", false)]
    [InlineData("Portal", false)]
    [InlineData("a.b", false)]
    [InlineData("портал", false)]
    [InlineData("portal\n", false)]
    [InlineData("0123456789012345678901234567890123456789", true)]
    [InlineData("01234567890123456789012345678901234567890", false)]
    public void A_source_name_is_two_to_forty_of_a_few_characters(string name, bool right) =>
        Assert.Equal(right, CourseId.IsSourceName(name));

    [Theory]
    [InlineData("prometheus.DC101", true)]
    [InlineData("prometheus.", false)]
    [InlineData("prometheus", false)]
    [InlineData(".DC101", false)]
    [InlineData("Prometheus.DC101", false)]
    [InlineData("prometheus.a.b", false)]
    [InlineData("prometheus.DC101\n", false)]
    [InlineData("", false)]
    public void An_id_is_a_source_a_dot_and_a_key(string id, bool right) => Assert.Equal(right, CourseId.IsWellFormed(id));
}
