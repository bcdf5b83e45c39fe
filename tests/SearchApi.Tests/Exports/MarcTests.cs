using System.Globalization;
using System.Text;
using DcCourseIndex.SearchApi.Exports;

namespace DcCourseIndex.SearchApi.Tests.Exports;

public sealed class MarcTests
{
    [Fact]
    public void Leader_and_directory_count_octets()
    {
        var record = MarcBinary.Of([ExportExamples.Course with { Title = "Медіаграмотність", Keywords = [.. Enumerable.Range(0, 9000).Select(n => $"слово {n}")] }]);

        var leader = Encoding.ASCII.GetString(record, 0, 24);
        var start = int.Parse(leader[12..17], CultureInfo.InvariantCulture);
        Assert.Equal(record.Length, int.Parse(leader[..5], CultureInfo.InvariantCulture));
        Assert.Equal(('a', 'i', 'a'), (leader[6], leader[7], leader[9]));
        Assert.Equal(0, (start - 1 - 24) % 12);
        for (var at = 24; at < start - 1; at += 12)
        {
            var entry = Encoding.ASCII.GetString(record, at, 12);
            var end = start + int.Parse(entry[7..], CultureInfo.InvariantCulture) + int.Parse(entry[3..7], CultureInfo.InvariantCulture);
            Assert.Equal(0x1E, record[end - 1]);
        }
    }

    [Fact]
    public void Licence_genre_address_and_the_fixed_field_are_where_librarians_look()
    {
        var fields = MarcRecord.Of(ExportExamples.Course).ToLookup(field => field.Tag);

        Assert.Equal(40, Assert.Single(fields["008"]).Control!.Length);
        Assert.Equal("eng", fields["008"].Single().Control![35..38]);
        Assert.Equal([('u', "https://creativecommons.org/licenses/by/4.0/")], Assert.Single(fields["540"]).Subfields);
        Assert.Equal([('a', "Instructional and educational works."), ('2', "lcgft")], Assert.Single(fields["655"]).Subfields);
        Assert.Equal([('u', "https://portal.example.org/courses/101")], Assert.Single(fields["856"]).Subfields);
    }

    [Theory]
    [InlineData("uk", "ukr")]
    [InlineData("de", "ger")]
    [InlineData("pt-BR", "por")]
    [InlineData("mul", "mul")]
    [InlineData(null, "und")]
    [InlineData("xx-nothing", "und")]
    [InlineData("'><", "und")]
    public void Languages_are_in_the_codes_of_MARC(string? tag, string code) => Assert.Equal(code, MarcLanguage.Of(tag));
}
