using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Lists;

namespace DcCourseIndex.SearchApi.Tests.Lists;

public sealed class ListCodeTests
{
    [Fact]
    public void A_list_comes_back_out_of_its_word()
    {
        var list = new ChosenCourses("Для бабусі", "Безпечний телефон за три вечори", [new("prometheus.DC101") { Note = "Почніть з цього", Primary = "4.2" }, new("dl-sample.42")]);

        var word = ListCode.Write(list)!;
        var back = ListCode.Read(word)!;

        Assert.Matches("^[A-Za-z0-9_-]+$", word);
        Assert.Equal((list.Name, list.About), (back.Name, back.About));
        Assert.Equal(list.Courses, back.Courses);
    }

    [Fact]
    public void A_list_that_is_too_long_for_an_address_has_no_word()
    {
        var random = new Random(7);
        var notes = Enumerable.Range(0, 50).Select(_ => new string([.. Enumerable.Range(0, 300).Select(_ => (char)random.Next('а', 'я'))]));

        Assert.Null(ListCode.Write(new("", "", [.. notes.Select((note, place) => new ChosenCourse($"many.{place}") { Note = note })])));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AQ")]
    [InlineData("!!!")]
    [InlineData("AgAAAA")]
    public void A_word_that_nobody_wrote_is_no_list(string word) => Assert.Null(ListCode.Read(word));

    [Fact]
    public void A_word_written_by_hand_is_held_to_the_rules()
    {
        var twice = ListCode.Write(new("", "", [new("many.1"), new("many.1")]))!;
        var foreign = ListCode.Write(new("", "", [new("../../etc/passwd")]))!;

        Assert.Null(ListCode.Read(twice));
        Assert.Null(ListCode.Read(foreign));
    }
}
