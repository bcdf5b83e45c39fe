using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Contract;

public abstract partial class CourseIndexContract
{
    [Theory]
    [InlineData("персональні дані")]
    [InlineData("ПЕРСОНАЛЬНИМИ ДАНИМИ")]
    [InlineData("даними персональний")]
    [InlineData("захист")]
    [InlineData("комп'ютери")]
    [InlineData("компʼютера")]
    [InlineData("вебсайті")]
    public void Any_inflection_and_spelling_finds_the_course(string text)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Захист персональних даних", "На комп’ютері та вебсайтах"), Invented.Course("a.2", "Excel для початківців"));

        Assert.Equal(["a.1"], open.Ids(text));
    }

    [Fact]
    public void Words_are_found_in_every_field()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Титул", "Анотація про гроші", with: course => course with
        {
            Description = "<p>Опис про <b>довкілля</b></p>",
            Keywords = ["шифрування"],
            Subjects = ["Природничі науки"],
            Provider = "Прометей",
            Publisher = "Університет Карпат",
        }));

        Assert.All(["титул", "гроші", "довкілля", "шифрування", "природнича наука", "прометей", "карпати"], word => Assert.Equal(["a.1"], open.Ids(word)));
        Assert.Empty(open.Ids("bp"));
    }

    [Theory]
    [InlineData("\"захист персональних даних\"", true)]
    [InlineData("«персональні дані»", true)]
    [InlineData("\"даний персональний\"", false)]
    [InlineData("\"захист даних\"", false)]
    [InlineData("\"даних паролі\"", false)]
    [InlineData("\"персональні дані", true)]
    public void A_phrase_wants_its_words_next_to_each_other_in_any_inflection_and_reading(string text, bool found)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Захист персональних даних", with: course => course with { Keywords = ["дані", "паролі"] }));
        open.Put(Invented.Course("a.2", "Захист важливих даних у персональному кабінеті"));

        Assert.Equal(found, open.Searcher.Search(new CourseQuery { Text = text }) is { Total: 1, Suggestion: null } answer && answer.Hits[0].Course.Course.Id == "a.1");
    }

    [Fact]
    public void A_phrase_of_ambiguous_words_meets_every_reading()
    {
        // «права» is read as право and as правий; each must meet its other forms in a phrase.
        using var open = Open();
        open.Put(Invented.Course("a.1", "Авторські права"), Invented.Course("a.2", "Авторське право"), Invented.Course("a.3", "Права рука автора"));

        Assert.Equal(["a.1", "a.2"], open.Ids("\"авторським правом\"", SortOrder.Id));
        Assert.Equal(["a.1", "a.2"], open.Ids("\"авторські права\"", SortOrder.Id));
    }

    [Theory]
    [InlineData("онлайн-курс")]
    [InlineData("онлайн-курси")]
    [InlineData("онлайн курс")]
    public void A_hyphen_compound_and_its_separate_words_are_the_same(string text)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Онлайн-курс для вчителів"), Invented.Course("a.2", "Онлайн курси для всіх"), Invented.Course("a.3", "Курс шиття"));

        Assert.Equal(["a.1", "a.2"], open.Ids(text, SortOrder.Id));
    }

    [Theory]
    [InlineData("веб-сайт")]
    [InlineData("вебсайту")]
    public void A_compound_is_found_as_one_word_and_one_word_as_a_compound(string text)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Створення веб-сайтів удома"), Invented.Course("a.2", "Вебсайти для шкіл"), Invented.Course("a.3", "Садівництво"));

        var hits = open.Searcher.Search(new CourseQuery { Text = text, Sort = SortOrder.Id }).Hits;
        Assert.Equal(["a.1", "a.2"], hits.Select(hit => hit.Course.Course.Id));
        Assert.Equal("Створення <mark>веб-сайтів</mark> удома", hits[0].Highlights["title"]);
    }

    [Fact]
    public void Excluded_words_and_phrases_keep_courses_out()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Безпека дітей"), Invented.Course("a.2", "Безпека даних"), Invented.Course("a.3", "Безпека праці вдома"));

        Assert.Equal(["a.1", "a.3"], open.Ids("безпека -дані", SortOrder.Id));
        Assert.Equal(["a.1", "a.2"], open.Ids("безпека -\"праця вдома\"", SortOrder.Id));
        Assert.Equal(["a.2"], open.Ids("-діти -вдома", SortOrder.Id));
    }

    [Fact]
    public void An_asterisk_asks_for_words_that_begin_so()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Кібербезпека"), Invented.Course("a.2", "Про кібербулінг"), Invented.Course("a.3", "Безпека"));

        Assert.Equal(["a.1", "a.2"], open.Ids("кібер*", SortOrder.Id));
    }

    [Fact]
    public void Stop_words_weigh_nothing_beside_others_and_count_alone()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Безпека дітей"), Invented.Course("a.2", "Для всіх"));

        Assert.Equal(["a.1"], open.Ids("безпека для дітей"));
        Assert.Equal(["a.2"], open.Ids("для"));
    }

    [Fact]
    public void The_title_goes_before_the_summary_and_the_phrase_before_scattered_words()
    {
        using var open = Open();
        open.Put(
            Invented.Course("a.1", "Курс перший", "Тут є трохи про цифрову грамотність і гроші"),
            Invented.Course("a.2", "Грамотність і культура цифрової доби", "Без назви"),
            Invented.Course("a.3", "Цифрова грамотність", "Без назви"),
            Invented.Course("a.4", "Шиття", "Нічого"),
            Invented.Course("a.5", "Ліплення", "Нічого"));

        Assert.Equal(["a.3", "a.2", "a.1"], open.Ids("цифрова грамотність"));
    }

    [Fact]
    public void Equal_hits_stand_by_id()
    {
        using var open = Open();
        open.Put([.. new[] { 3, 1, 2 }.Select(number => Invented.Course($"a.{number}", "Цифрова грамотність"))]);

        Assert.Equal(["a.1", "a.2", "a.3"], open.Ids("грамотність"));
    }

    [Theory]
    [InlineData("digcomp-2.2", "2.2")]
    [InlineData("digcomp-3.0", "2.2")]
    public void A_competence_code_leads_to_its_courses(string framework, string code)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Хмарні сховища", "", null, "2.2"), Invented.Course("a.2", "Паролі", "", null, "4.1"));

        Assert.Equal(["a.1"], open.Ids(new CourseQuery { Text = code, Framework = framework }));
    }

    [Theory]
    [InlineData("Захист персональних даних і приватності")]
    [InlineData("Protecting personal data and privacy")]
    [InlineData("Safety")]
    public void A_name_of_a_competence_or_area_leads_to_its_courses(string name)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Хмарні сховища", "", null, "2.2"), Invented.Course("a.2", "Що про вас знають", "", null, "4.2"));

        Assert.Equal(["a.2"], open.Ids(name));
    }

    [Theory]
    [InlineData("кібербзпека", "кібербезпека", "typo")]
    [InlineData("кібербезпкеа", "кібербезпека", "typo")]
    [InlineData("rs,th,tpgtrf", "кібербезпека", "layout")]
    [InlineData("учсуд", "excel", "layout")]
    [InlineData("kiberbezpeka", "кібербезпека", "transliteration")]
    [InlineData("zahyst", "захист", "transliteration")]
    public void A_slip_is_put_right_and_said(string typed, string meant, string reason)
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Кібербезпека та захист"), Invented.Course("a.2", "Excel"));

        var answer = open.Searcher.Search(new CourseQuery { Text = typed });

        Assert.Equal(new Correction(meant, true, reason), answer.Suggestion);
        Assert.Equal(open.Ids(meant), answer.Hits.Select(hit => hit.Course.Course.Id));
        Assert.True(answer.Confident);
    }

    [Fact]
    public void Nothing_is_corrected_where_the_words_as_typed_find_something()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Порт"), Invented.Course("a.2", "Спорт"));

        var answer = open.Searcher.Search(new CourseQuery { Text = "порт" });

        Assert.Null(answer.Suggestion);
        Assert.Equal(1, answer.Total);
    }

    [Fact]
    public void Filters_that_leave_nothing_are_no_reason_for_a_correction()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Порт", with: course => course with { Language = "uk" }), Invented.Course("a.2", "Спорт", with: course => course with { Language = "en" }));

        var answer = open.Searcher.Search(new CourseQuery { Text = "порт", Filters = Filter((Facet.Language, ["en"])) });

        Assert.Null(answer.Suggestion);
        Assert.Equal(0, answer.Total);
        Assert.Equal([new FacetCount("uk", 1)], answer.Facets[Facet.Language]);
    }

    [Fact]
    public void Any_word_is_enough_only_where_no_course_has_all()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Паролі"), Invented.Course("a.2", "Таблиці"), Invented.Course("a.3", "Шиття і ліплення"));

        var answer = open.Searcher.Search(new CourseQuery { Text = "паролі таблиці" });
        var hardly = open.Searcher.Search(new CourseQuery { Text = "паролі марсіанських бабусь" });

        Assert.Equal("any-word", answer.Suggestion!.Reason);
        Assert.Equal(["a.1", "a.2"], answer.Hits.Select(hit => hit.Course.Course.Id).Order());
        Assert.Equal(["a.1"], hardly.Hits.Select(hit => hit.Course.Course.Id));
        Assert.False(hardly.Confident);
    }

    [Fact]
    public void What_no_course_has_is_answered_with_nothing_and_without_confidence()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Паролі"));

        var answer = open.Searcher.Search(new CourseQuery { Text = "марсіанські бабусі" });

        Assert.Equal(0, answer.Total);
        Assert.Empty(answer.Hits);
        Assert.False(answer.Confident);
    }

    [Fact]
    public void The_other_language_is_found_by_rings_behind_the_words_themselves()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Cybersecurity"), Invented.Course("a.2", "Кібербезпека"), Invented.Course("a.3", "Artificial intelligence"));

        Assert.Equal(["a.2", "a.1"], open.Ids("кібербезпека"));
        Assert.Equal(["a.1", "a.2"], open.Ids("cybersecurity"));
        Assert.Equal(["a.3"], open.Ids("штучний інтелект"));
        Assert.Empty(open.Ids("\"штучний інтелект\""));
    }

    [Fact]
    public void An_explanation_names_words_and_fields_in_the_readers_language()
    {
        using var open = Open();
        open.Put(Invented.Course("a.1", "Паролі", "Надійні паролі", null, "4.1"));

        string Explain(string text, string language) =>
            open.Searcher.Search(new CourseQuery { Text = text, Explain = true, Language = language }).Hits[0].Explanation!;

        Assert.Matches("^«паролі»: назва, анотація[ ;].*[.] Оцінка: [0-9.]+[.]$", Explain("паролі", "uk"));
        Assert.Matches("^«4.1»: competences.*; «надійний»: summary \\(in the form «Надійні»\\).*[.] Score: [0-9.]+[.]$", Explain("4.1 надійний", "en"));
        Assert.Null(open.Searcher.Search(new CourseQuery { Text = "паролі" }).Hits[0].Explanation);
    }

    [Fact]
    public void Of_a_long_query_without_a_full_match_the_rarest_words_are_enough()
    {
        using var open = Open();
        var common = string.Join(' ', Enumerable.Range(1, 20).Select(number => $"word{number}"));
        open.Put([.. Enumerable.Range(1, 5).Select(number => Invented.Course($"a.{number}", common)), Invented.Course("a.6", "Шифрування")]);

        var answer = open.Searcher.Search(new CourseQuery { Text = $"{common} nowhere шифрування" });

        Assert.Equal("any-word", answer.Suggestion!.Reason);
        Assert.Contains("a.6", answer.Hits.Select(hit => hit.Course.Course.Id));
    }

    [Fact]
    public void Any_string_has_an_answer()
    {
        using var open = Open();
        open.Put(Invented.Many(50, seed: 5));
        const int seed = 20261120;
        Output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string[] pieces = ["\"", "«", "-", "*", "AND", " OR ", "NOT", "NEAR(", ")", "(", "-(", "|", "АБО", "title:", "назва:", "мова:uk", "^", "{", "'", "\0", "\ud800", "\udc00", "😀", "ґ", "е\u0301", "\u202e", "безпека", "курс", "2.2", " ", "\t", "--", "+", "\u200b"];
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(3) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : pieces[random.Next(pieces.Length)]));
            var answer = open.Searcher.Search(new CourseQuery { Text = text, Explain = i % 10 == 0, Limit = 3 });
            Assert.InRange(answer.Total, answer.Hits.Count, 50);
            open.Searcher.Suggest(text, 3);
        }

        Assert.InRange(open.Searcher.Search(new CourseQuery { Text = string.Concat(Enumerable.Repeat("безпека курс ", 10_000)) }).Total, 1, 50);
    }
}
