using DcCourseIndex.Catalog.Language;
using Xunit.Abstractions;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed class UkrainianLemmasTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("безпекою", "безпека")]
    [InlineData("персональних даних", "персональний;дані|даний")]
    [InlineData("кібербезпеки", "кібербезпека")]
    [InlineData("онлайн-курсів", "онлайнкурс;онлайн;курс")]
    [InlineData("комп’ютерної", "комп'ютерний")]
    [InlineData("комп'ютерної", "комп'ютерний")]
    [InlineData("компʼютерної", "комп'ютерний")]
    [InlineData("компютерної", "комп'ютерний")]
    [InlineData("грамотності грамотність", "грамотність;грамотність")]
    [InlineData("пошуку інформації", "пошук;інформація")]
    [InlineData("ґаджетів гаджетів", "гаджет;гаджет")]
    [InlineData("застосунків застосунок", "застосунок;застосунок")]
    [InlineData("фішингу, діпфейків", "фішинг;діпфейк")]
    [InlineData("роботі", "робота|робот")]
    [InlineData("йде", "йти")]
    [InlineData("права", "право|правий")]
    [InlineData("людей дітьми друзям очима", "людина;дитина;друг;око")]
    [InlineData("люди", "людина")]
    [InlineData("папки, доставку, прийому, парковкою, акаунтів", "папка;доставка;прийом;парковка;акаунт")]
    [InlineData("достовірністю фактчекінгу дедлайнами чеклістів", "достовірність;фактчекінг;дедлайн;чекліст")]
    [InlineData("детоксу нетворкінгом асистивних хейту клікбейту", "детокс;нетворкінг;асистивний;хейт;клікбейт")]
    [InlineData("маркетплейсах кодимо сторіз мейкерства апкою", "маркетплейс;кодити;сторіз;мейкерство;апка")]
    [InlineData("вебплатформами мікрокурсів інфографіку єПослугами", "вебплатформа;мікрокурс;інфографіка;єпослуга")]
    [InlineData("Медiаграмотнiсть КИЄВА", "медіаграмотність;київ")]
    public void A_form_gives_its_lemmas(string text, string expected)
    {
        if (Shared.Dictionary(output) is { } analysis)
        {
            Assert.Equal(expected, string.Join(";", analysis.Terms(text)));
        }
    }

    [Fact]
    public void Every_word_of_the_supplement_has_a_paradigm_of_the_dictionary()
    {
        if (Shared.Dictionary(output) is null)
        {
            return;
        }

        var supplement = LanguageFiles.Supplement.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var flags = HunspellDictionary.Read("/usr/share/hunspell/uk_UA.dic").Rules.Select(rule => rule.Flag).ToHashSet();
        Assert.Equal(supplement.Length - 1, int.Parse(supplement[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.All(supplement.Skip(1).Where(line => line.Contains('/')), line => Assert.All(line.Split('/')[1], flag => Assert.Contains(flag, flags)));
        Assert.Equal(supplement.Length, supplement.Select(line => line.Split('/')[0]).Distinct().Count());
    }

    [Theory]
    [InlineData("sites", "site")]
    [InlineData("coding codes code coded", "code")]
    [InlineData("planning plans planned plan", "plan")]
    [InlineData("libraries library", "librari")]
    [InlineData("create creating created creates", "creat")]
    [InlineData("sharing share", "share")]
    [InlineData("using used uses use", "use")]
    [InlineData("process processes processing", "process")]
    [InlineData("string", "string")]
    [InlineData("news", "news")]
    [InlineData("analysis", "analysis")]
    [InlineData("speed", "speed")]
    [InlineData("e-mails e-mail emails", "email")]
    public void English_words_lose_plural_and_tense(string words, string stem) =>
        Assert.All(words.Split(' '), word => Assert.Equal(stem, Shared.Stemmer.Terms(word)[0]));
}
