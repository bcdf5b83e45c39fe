using DcCourseIndex.Catalog.Language;
using Xunit.Abstractions;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed class TextAnalysisTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Курс C# та C++.", "Курс;C#;та;C++")]
    [InlineData("(.NET) і ASP.NET…", ".NET;і;ASP;NET")]
    [InlineData("Wi-Fi", "Wi-Fi;Wi;Fi")]
    [InlineData("онлайн‑курси", "онлайн‑курси;онлайн;курси")]
    [InlineData("комп’ютер 'слово' дʼяк ʼ", "комп’ютер;слово;дʼяк")]
    [InlineData("2024-2025 COVID-19 18+ 3D", "2024;2025;COVID-19;COVID;19;18+;3D")]
    [InlineData("a-b-c-d-e-f-g-h", "a;b;c;d;e;f;g;h")]
    [InlineData("uk+en x# y", "uk;en;x#;y")]
    [InlineData("сло\u00ADво ка\u0301ва\u00AD, и\u0306ого", "сло\u00ADво;ка\u0301ва;и\u0306ого")]
    [InlineData("кінець . Net", "кінець;Net")]
    [InlineData("— ... !!! \uD800 '’", "")]
    public void A_text_is_cut_into_words(string text, string expected) =>
        Assert.Equal(expected, string.Join(";", Shared.Stemmer.Analyse(text).Select(token => text.Substring(token.Start, token.Length))));

    [Fact]
    public void A_compound_stands_where_its_first_part_stands()
    {
        var tokens = Shared.Stemmer.Analyse("нові онлайн-курси тут");
        Assert.Equal([0, 1, 1, 2, 3], tokens.Select(token => token.Position));
        Assert.Equal((5, 12), (tokens[1].Start, tokens[1].Length));
    }

    [Theory]
    [InlineData("веб-сайти", "вебсайт")]
    [InlineData("e-mails", "email")]
    [InlineData("вчителька", "учителькою")]
    [InlineData("проекція", "проєкції")]
    [InlineData("організовую", "організовувати")]
    [InlineData("organisation", "organizations")]
    [InlineData("colours", "color")]
    [InlineData("children", "child")]
    public void Spellings_of_one_word_meet(string one, string other) =>
        Assert.NotEmpty(Shared.Stemmer.Analyse(one)[0].Terms.Intersect(Shared.Stemmer.Analyse(other)[0].Terms));

    [Fact]
    public void Words_with_signs_are_found_without_them_too_unless_a_letter_is_left()
    {
        Assert.Equal([".net|net", "c#", "18+|18"], Shared.Stemmer.Terms(".NET C# 18+"));
    }

    // Random text of what breaks tokenisers: both scripts, marks, joiners, halves of surrogate pairs.
    [Theory]
    [InlineData("none")]
    [InlineData("auto")]
    public void Offsets_are_of_the_text_as_given_whatever_it_holds(string dictionary)
    {
        var analysis = dictionary == "none" ? Shared.Stemmer : Shared.Dictionary(output) ?? Shared.Stemmer;
        const string alphabet = "абвгґіїєйІЙabcXYZ0189 -‑'’ʼ`.+#\u0301\u0306\u0308\u00AD\u200B\u200D\uFEFF\uD83D\uDE00\uD800\uDC00\0\u00A0\n<>&İßﬁ漢字한ا\uFFFE";
        var random = new Random(20100127);
        for (var round = 0; round < 4_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(20) == 0 ? (char)random.Next(0x10000) : alphabet[random.Next(alphabet.Length)])]);
            var (end, position) = (0, 0);
            foreach (var token in analysis.Analyse(text))
            {
                Assert.InRange(token.Start, 0, text.Length - 1);
                Assert.InRange(token.Length, 1, text.Length - token.Start);
                Assert.InRange(token.Position, position, position + 1);
                Assert.NotEmpty(token.Terms);
                Assert.DoesNotContain("", token.Terms);
                var written = text.AsSpan(token.Start, token.Length);
                Assert.False(char.IsWhiteSpace(written[0]) || char.IsWhiteSpace(written[^1]));
                var fold = TextFolding.Fold(written);
                Assert.Equal(fold.Length == 0 ? written.ToString() : fold, token.Word);
                Assert.True(token.Start >= end || token.Start + token.Length <= end, "a word overlaps the one before without being a part of it");
                (end, position) = (Math.Max(end, token.Start + token.Length), token.Position);
            }
        }
    }

    [Fact]
    public void Very_long_words_and_texts_are_taken()
    {
        var tokens = Shared.Stemmer.Analyse(new string('ж', 50_000) + " " + string.Concat(Enumerable.Repeat("-а", 50_000)));
        Assert.All(tokens, token => Assert.All(token.Terms, term => Assert.InRange(term.Length, 1, 80)));
        Assert.Equal(50_000, tokens[0].Length);
    }

    [Fact]
    public async Task Many_threads_get_what_one_gets()
    {
        var analysis = TextAnalysis.Load("none");
        var texts = Enumerable.Range(0, 400).Select(i => $"слово{i} навчання-{i} Курс{i % 7} безпекою").ToArray();
        var alone = texts.Select(Shared.Stemmer.Terms).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => texts.Select(analysis.Terms).ToArray())));
        Assert.All(together, terms => Assert.Equal(alone, terms));
    }

    [Fact]
    public void A_dictionary_that_cannot_be_read_is_named_with_the_remedy()
    {
        var path = Path.Combine(Path.GetTempPath(), "немає", "uk_UA.dic");
        var problem = Assert.Throws<InvalidDataException>(() => TextAnalysis.Load(path));
        Assert.Contains(path, problem.Message, StringComparison.Ordinal);
        Assert.Contains("hunspell-uk", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dictionary_of_ones_own_serves_and_changes_the_fingerprint()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "мій.dic");
            File.WriteAllText(path, "1\nзюзя/A\n");
            File.WriteAllText(Path.ChangeExtension(path, ".aff"), "SET UTF-8\nSFX A Y 1\nSFX A я ею [^а]я\n");
            var own = TextAnalysis.Load(path);
            Assert.Equal(["зюзя"], own.Terms("Зюзею"));
            Assert.Contains("1 entries", own.Dictionary, StringComparison.Ordinal);
            Assert.Equal("none (built-in stemmer)", Shared.Stemmer.Dictionary);
            Assert.NotEqual(Shared.Stemmer.Fingerprint, own.Fingerprint);
            Assert.Equal(own.Fingerprint, TextAnalysis.Load(path).Fingerprint);
            File.WriteAllText(path, "x");
            Assert.Throws<InvalidDataException>(() => TextAnalysis.Load(Path.ChangeExtension(path, ".txt")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
