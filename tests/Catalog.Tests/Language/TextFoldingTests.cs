using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("Комп’ютер", "комп'ютер")]
    [InlineData("КОМП`ЮТЕР", "комп'ютер")]
    [InlineData("компʼютер", "комп'ютер")]
    [InlineData("комп´ютер", "комп'ютер")]
    [InlineData("Ґаджет", "гаджет")]
    [InlineData("за\u0301мок", "замок")]
    [InlineData("зáмок", "замок")]
    [InlineData("м\u00ADо\u200Bва", "мова")]
    [InlineData("Ки\u0438\u0306в", "кийв")]
    [InlineData("ї", "ї")]
    [InlineData("\u0456\u0308жак", "їжак")]
    [InlineData("Медiаграмотнiсть", "медіаграмотність")]
    [InlineData("OCBITA", "ocbita")]
    [InlineData("ОCBIТА", "освіта")]
    [InlineData("Ехсеl", "excel")]
    [InlineData("cafe\u0301 CAFÉ", "café café")]
    [InlineData("вебZoom", "вебzoom")]
    [InlineData("онлайн‑курс", "онлайн-курс")]
    [InlineData("", "")]
    public void Spellings_of_one_word_become_equal(string written, string folded)
    {
        Assert.Equal(folded, TextFolding.Fold(written));
        Assert.Equal(folded, TextFolding.Fold(folded));
    }

    [Fact]
    public void Lone_surrogates_vanish() => Assert.Equal("аб", TextFolding.Fold("а\uD800\uFFFEб\uDC00"));

    [Theory]
    [InlineData("та", true)]
    [InlineData("щоб", true)]
    [InlineData("the", true)]
    [InlineData("безпека", false)]
    [InlineData("it", true)]
    [InlineData("хмара", false)]
    public void Function_words_are_known(string word, bool isStopWord) => Assert.Equal(isStopWord, StopWords.Contains(word));

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(StopWords.Count, 370, 900);

    [Theory]
    [InlineData("Єнакієве Їжакевич Йосипівка Юрій Яготин", "Yenakiieve Yizhakevych Yosypivka Yurii Yahotyn")]
    [InlineData("Згорани, розгін", "Zghorany, rozghin")]
    [InlineData("знам’янка п'ять", "znamianka piat")]
    [InlineData("ЩО Що щока Ґонта", "SHCHO Shcho shchoka Gonta")]
    [InlineData("кібербезпека медіаграмотність", "kiberbezpeka mediahramotnist")]
    [InlineData("Word 2024", "Word 2024")]
    public void Ukrainian_in_Latin_letters_follows_the_official_table(string ukrainian, string latin) => Assert.Equal(latin, Transliteration.ToLatin(ukrainian));

    [Theory]
    [InlineData("rs,th,tpgtrf", "кібербезпека")]
    [InlineData("vjynf; dsltj", "монтаж відео")]
    [InlineData("lth;fdys gjckeub", "державні послуги")]
    [InlineData("if[hfqcndj d synthytns", "шахрайство в інтернеті")]
    public void A_forgotten_keyboard_switch_is_undone(string typed, string meant)
    {
        Assert.Equal(meant, KeyboardLayout.ToCyrillic(typed));
        Assert.Equal(typed, KeyboardLayout.ToLatin(meant));
    }
}
