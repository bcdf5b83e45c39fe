using DcCourseIndex.Indexer.Query;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Query;

public sealed class ThemeBookTests
{
    private static readonly ThemeBook Book = new(
        [
            ["діти та ігри", "син", "планшет", "приставка", "домовленість"],
            ["вибір пристрою", "планшет", "ноутбук", "процесор", "ціна"],
            ["мокрий телефон", "рис", "упав у воду", "сервісний центр"],
        ],
        Ground.Analysis);

    [Theory]
    [InlineData("син і планшет", "домовленість")]
    [InlineData("приставка", "домовленість")]
    [InlineData("ноутбук чи планшет", "процесор")]
    [InlineData("телефон упав у воду", "рис")]
    [InlineData("приставочка", "домовленість")]
    [InlineData("сервісцентр", null)]
    [InlineData("сервіснийцентрик", "рис")]
    [InlineData("воду", null)]
    [InlineData("вишивання", null)]
    [InlineData("", null)]
    public void A_query_speaks_of_the_theme_that_has_most_of_its_words(string typed, string? other)
    {
        var found = Book.Of(Read(typed));

        Assert.Equal(other is null, found.Count == 0);
        Assert.True(other is null || found[0].Theme.Words.Any(word => word.Places[0].Contains(Term(other))));
    }

    [Fact]
    public void A_word_that_an_expression_has_taken_is_not_read_by_its_beginning()
    {
        var book = new ThemeBook([["маскарад", "костюм водолазний", "перука", "грим", "свято"], ["робота під водою", "водолазання", "акваланг", "занурення", "глибина"]], Ground.Analysis);

        Assert.Contains(Assert.Single(book.Of(Read("водолазний"))).Theme.Words, word => word.Places[0].Contains(Term("акваланг")));
        Assert.DoesNotContain(Assert.Single(book.Of(Read("костюм водолазний"))).Theme.Words, word => word.Places[0].Contains(Term("акваланг")));
    }

    [Fact]
    public void A_word_of_many_themes_says_less_than_a_word_of_one()
    {
        var words = Book.Of(Read("син"))[0].Theme.Words.ToDictionary(word => word.Places[0][0], word => word.Weight);

        Assert.True(words[Term("планшет")] < words[Term("син")]);
        Assert.InRange(Book.Of(Read("син"))[0].Confidence, 0.01f, 0.99f);
    }

    [Fact]
    public void A_query_of_many_themes_has_the_three_that_it_says_most_of()
    {
        var many = new ThemeBook([.. Enumerable.Range(0, 9).Select(number => new[] { "ґудзик", $"слово{number}", $"інше{number}", $"третє{number}", $"четверте{number}" })], Ground.Analysis);

        Assert.Equal(3, many.Of(Read("слово1 слово2 слово3 слово4")).Count);
        Assert.Empty(many.Of(Read("ґудзик")));
    }

    private static ReadQuery Read(string typed) => new QueryReader(Ground.Analysis, Ground.Frameworks).Read(typed, "digcomp-2.2");

    private static string Term(string word) => Ground.Analysis.Analyse(word)[0].Terms[0];
}
