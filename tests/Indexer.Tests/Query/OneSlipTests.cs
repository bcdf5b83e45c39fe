using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Tests.Query;

public sealed class OneSlipTests
{
    [Theory]
    [InlineData("пароль", "пароль", false)]
    [InlineData("пароль", "парол", true)]
    [InlineData("пароль", "ппароль", true)]
    [InlineData("пароль", "париль", true)]
    [InlineData("пароль", "паролт", true)]
    [InlineData("пароль", "праоль", true)]
    [InlineData("пароль", "паорьл", false)]
    [InlineData("пароль", "пароля!", false)]
    [InlineData("пароль", "паріьл", false)]
    [InlineData("а", "", true)]
    [InlineData("", "", false)]
    public void One_slip_is_one_letter_more_less_other_or_swapped(string one, string other, bool apart)
    {
        Assert.Equal(apart, OneSlip.Apart(one, other));
        Assert.Equal(apart, OneSlip.Apart(other, one));
    }

    [Fact]
    public void The_filter_by_letters_loses_no_near_word()
    {
        const string letters = "абвгдеєжз";
        var random = new Random(4);
        string[] words = [.. Enumerable.Range(0, 2_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(4, 7)).Select(_ => letters[random.Next(letters.Length)]))).Distinct()];
        var near = new NearWords();
        near.Add(words[..1_000]);
        near.Add(words[1_000..]);

        foreach (var word in words.Take(300))
        {
            Assert.Equal(words.Where(other => other[0] == word[0] && OneSlip.Apart(other, word)), near.Near(word));
        }

        Assert.Empty(near.Near("абв"));
    }
}
