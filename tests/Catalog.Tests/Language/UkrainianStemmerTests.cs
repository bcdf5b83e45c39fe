using System.Text.Json;
using DcCourseIndex.Catalog.Language;
using Xunit.Abstractions;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed class UkrainianStemmerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("безпека безпекою безпеці безпек")]
    [InlineData("грамотність грамотності грамотністю грамотностей")]
    [InlineData("застосунок застосунку застосунків застосунками")]
    [InlineData("бібліотека бібліотеці бібліотекою бібліотек")]
    [InlineData("порт порту портів портами")]
    [InlineData("сіль солі сіллю")]
    [InlineData("знання знань знаннями")]
    [InlineData("інформація інформації інформацією інформаціями")]
    [InlineData("пристрій пристрою пристроїв пристроями")]
    [InlineData("результат результати результатами")]
    [InlineData("програма програми програм програмами")]
    [InlineData("комп'ютер комп’ютера компʼютером компютери")]
    [InlineData("персональний персональних персональними персональна")]
    [InlineData("цифровий цифрові цифрового")]
    [InlineData("створити створюю створив створити")]
    [InlineData("навчати навчаю навчають навчала навчайте")]
    [InlineData("програмувати програмую програмував програмуйте")]
    [InlineData("людина людей людьми люди")]
    [InlineData("ґаджет гаджетів")]
    [InlineData("рік року роки")]
    [InlineData("проект проєкту")]
    [InlineData("користувач користувачів користувачами")]
    public void Forms_of_one_word_share_a_stem(string forms)
    {
        var words = forms.Split(' ').Select(word => Shared.Stemmer.Analyse(word)[0].Terms).ToList();
        Assert.All(words, terms => Assert.NotEmpty(terms.Intersect(words[0])));
    }

    [Theory]
    [InlineData("пошта", "пошук")]
    [InlineData("мова", "модель")]
    [InlineData("безпека", "безкоштовний")]
    [InlineData("книга", "книжка")]
    [InlineData("дані", "дати")]
    public void Different_words_keep_apart(string one, string other) =>
        Assert.Empty(Shared.Stemmer.Analyse(one)[0].Terms.Intersect(Shared.Stemmer.Analyse(other)[0].Terms));

    // Frequent words are those of the labelled listings and of a portal's courses; their paradigms are the dictionary's.
    [Fact]
    public void The_stemmer_conflates_nearly_what_the_dictionary_conflates()
    {
        const string path = "/usr/share/hunspell/uk_UA.dic";
        if (Shared.Dictionary(output) is null || !File.Exists(path)
            || Shared.File("data/labelled-courses-dev.jsonl", output) is not { } listings || Shared.File("captures/sites/moodle-4.5-day1/truth.json", output) is not { } truth)
        {
            return;
        }

        var dictionary = HunspellDictionary.Read(path);
        dictionary.TakeIn("");
        var lemmas = new UkrainianLemmas(dictionary);
        var texts = File.ReadLines(listings).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("summary").GetString()!)
            .Concat(JsonDocument.Parse(File.ReadAllText(truth)).RootElement.GetProperty("courses").EnumerateArray().SelectMany(course => new[] { "fullname", "plain_description" }.Select(name => course.GetProperty(name).GetString()!)));
        var words = texts.SelectMany(text => Shared.Stemmer.Analyse(HtmlText.ToText(text)))
            .Where(token => token.Word.Length > 3 && !StopWords.Contains(token.Word))
            .SelectMany(token => lemmas.Of(token.Word).Take(1))
            .Where(lemma => !dictionary.Names.Contains(lemma))
            .ToHashSet();

        var (pairs, together) = (0L, 0L);
        var byStem = new Dictionary<string, HashSet<string>>();
        foreach (var lemma in words)
        {
            var flags = dictionary.Roots[lemma];
            var forms = dictionary.Rules.Where(rule => flags.Contains(rule.Flag) && lemma.EndsWith(rule.Strip, StringComparison.Ordinal) && rule.Fits(lemma))
                .Select(rule => lemma[..^rule.Strip.Length] + rule.Ending).Append(lemma).Distinct().Select(form => Shared.Stemmer.Analyse(form)[0].Terms).ToList();
            for (var i = 0; i < forms.Count; i++)
            {
                for (var j = i + 1; j < forms.Count; j++)
                {
                    pairs++;
                    together += forms[i].Intersect(forms[j]).Any() ? 1 : 0;
                }
            }

            foreach (var stem in Shared.Stemmer.Analyse(lemma)[0].Terms)
            {
                byStem[stem] = byStem.TryGetValue(stem, out var others) ? [.. others, lemma] : [lemma];
            }
        }

        var mixed = byStem.Values.Sum(group => group.Count * (group.Count - 1L) / 2);
        var allMixed = words.Count * (words.Count - 1L) / 2;
        var touched = byStem.Values.Where(group => group.Count > 1).SelectMany(group => group).Distinct().Count();
        output.WriteLine($"{words.Count} lemmas; of {pairs} pairs of forms {100.0 * together / pairs:F1} % share a stem; of {allMixed} pairs of lemmas {100.0 * mixed / allMixed:F3} %; lemmas that share one with another {100.0 * touched / words.Count:F1} %");
        Assert.True(together >= 0.93 * pairs, $"only {100.0 * together / pairs:F1} % of the pairs");
        Assert.True(mixed <= 0.02 * allMixed);
    }
}
