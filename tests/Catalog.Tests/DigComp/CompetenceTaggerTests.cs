using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Training;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class CompetenceTaggerTests
{
    [Theory]
    [InlineData("1.1", "Шукаємо в інтернеті швидко", "Вчимося складати пошуковий запит, користуватися операторами та фільтрами пошуку.")]
    [InlineData("1.2", "Медіаграмотність для громади", "Як розпізнати фейк, перевірити джерело і не поширювати дезінформацію.")]
    [InlineData("1.3", "Електронні таблиці на щодень", "Формули, сортування, зведені таблиці й діаграми в Excel.")]
    [InlineData("2.1", "Електронна пошта і відеодзвінки", "Створюємо поштову скриньку, пишемо листи, телефонуємо через месенджер.")]
    [InlineData("2.3", "Дія: державні послуги онлайн", "Подаємо заяву на субсидію, записуємося до лікаря, голосуємо за електронні петиції.")]
    [InlineData("2.4", "Спільна робота в Google Workspace", "Спільні документи, коментарі, історія версій і спільний календар команди.")]
    [InlineData("2.5", "Мережевий етикет", "Як писати ввічливо в чатах і що робити з мовою ворожнечі в коментарях.")]
    [InlineData("2.6", "Ваш цифровий слід", "Керуємо обліковими записами, онлайн-репутацією та профілем LinkedIn.")]
    [InlineData("3.1", "Відеомонтаж на телефоні", "Знімаємо, монтуємо в CapCut, додаємо титри й музику.")]
    [InlineData("3.3", "Авторське право для вчителя", "Ліцензії Creative Commons, цитування, суспільне надбання.")]
    [InlineData("3.4", "Програмування мовою Python", "Змінні, цикли, функції та перші алгоритми.")]
    [InlineData("4.1", "Кібербезпека вдома", "Надійні паролі, двофакторна автентифікація, оновлення та антивірус.")]
    [InlineData("4.2", "Як не втрапити на гачок шахраїв", "Фішинг, підроблені сайти, захист персональних даних і банківської картки.")]
    [InlineData("4.3", "Цифровий детокс", "Екранний час, залежність від смартфона, сон і постава.")]
    [InlineData("4.4", "Електронні відходи", "Куди здати стару техніку і як зменшити вуглецевий слід інтернету.")]
    [InlineData("5.1", "Комп’ютер не слухається", "Усунення несправностей: драйвери, перезавантаження, налаштування роутера, принтер не друкує.")]
    [InlineData("5.2", "Assistive technology at work", "Screen readers, accessibility settings and choosing the right tool for a person.")]
    [InlineData("5.3", "ChatGPT for librarians", "Prompt engineering and generative AI for new services, automation without code.")]
    [InlineData("5.4", "Digital skills self-assessment", "Find your digital skills gaps with DigComp and make a learning plan.")]
    [InlineData("3.2", "Remix open educational resources", "Adapt existing materials and build an infographic and interactive exercises in H5P.")]
    [InlineData("2.2", "Sharing research data", "File sharing, repositories, citing datasets and open access.")]
    public void A_clear_course_gets_its_competence(string code, string title, string summary)
    {
        var tagging = ProjectFiles.Tagger.Tag(new(title, summary));

        Assert.Equal(code, tagging.Primary);
        Assert.Equal("digcomp-2.2", tagging.Framework);
        Assert.InRange(tagging.Competences.Count, 1, 4);
    }

    [Theory]
    [InlineData("1.1", "пишу дисертацію, де шукати наукові статті")]
    [InlineData("1.3", "звести в одну таблицю дані від філій")]
    [InlineData("4.3", "вберегти очі, якщо весь день працюю за монітором")]
    public void What_no_word_of_the_lexicon_says_about_a_question_the_trained_model_says(string code, string question)
    {
        Assert.Empty(ProjectFiles.Tagger.Topics(question));
        Assert.Equal(code, ProjectFiles.LearnedTagger.Topics(question).MaxBy(topic => topic.Value).Key);
    }

    [Theory]
    [InlineData("1.2", "сусідка показує ролик і каже що це правда, як зрозуміти чи не брешуть")]
    [InlineData("2.6", "сестра померла, а сторінка її досі вітає всіх з днем народження")]
    [InlineData("5.1", "комп усе тупить і зависає")]
    [InlineData("4.2", "someone keeps texting me about a parcel fee, is it a scam")]
    public void What_people_type_is_known_by_what_was_learnt_of_it(string code, string question) =>
        Assert.Equal(code, ProjectFiles.AskedTagger.Topics(question).MaxBy(topic => topic.Value).Key);

    [Theory]
    [InlineData("рецепт пирога з вишнями")]
    [InlineData("where to learn cello")]
    public void What_is_nothing_digital_has_no_sure_topic(string question) =>
        Assert.All(ProjectFiles.AskedTagger.Topics(question).Values, confidence => Assert.InRange(confidence, 0, 0.75));

    [Theory]
    [InlineData("гра на скрипці для дорослих")]
    [InlineData("wedding planner course")]
    public void Of_a_question_about_something_else_the_trained_model_is_not_sure(string question) =>
        Assert.All(ProjectFiles.LearnedTagger.Topics(question).Values, confidence => Assert.InRange(confidence, 0, 0.5));

    [Theory]
    [InlineData("Йога для спини", "Заняття в Zoom щовівторка. Реєстрація за посиланням, запис надішлемо на електронну пошту. Сертифікат учасника.")]
    [InlineData("Конкурс читців", "Запрошуємо школярів до участі у конкурсі поезії.")]
    [InlineData("Курс валют на сьогодні", "Національний банк оприлюднив курс гривні до долара та євро.")]
    [InlineData("Логіка та критичне мислення", "Силогізми, аргументи, логічні помилки, дебати.")]
    [InlineData("Загальна екологія", "Екосистеми, охорона природи, сортування побутових відходів, енергоощадність оселі.")]
    [InlineData("Історія України ХХ століття", "Відеолекції та тести. Погоджуєтеся на обробку персональних даних. Поділіться з друзями!")]
    [InlineData("Дія лікарських засобів", "Фармакологія для студентів-медиків: механізми, дози, побічні ефекти.")]
    [InlineData("Pottery for beginners", "Throw, trim and glaze. We use cookies. Sign in with Google to continue. Share this course with friends.")]
    [InlineData("Linear algebra", "Vectors, matrices, determinants and eigenvalues with weekly problem sets.")]
    [InlineData("Food safety in the kitchen", "Temperature control, allergens, cleaning schedules. Short video tour.")]
    public void A_course_about_something_else_gets_none(string title, string summary)
    {
        var tagging = ProjectFiles.Tagger.Tag(new(title, summary));

        Assert.Empty(tagging.Competences);
        Assert.Null(tagging.Primary);
        Assert.Null(tagging.Level);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_came_near_is_told_of_listings_without_competence_alone(bool learned)
    {
        var listings = TrainingFiles.Load(Path.Combine(ProjectFiles.Root, "config", "training"), ProjectFiles.Frameworks).Value!.Where((_, i) => i % 5 == 0);
        var taggings = listings.Select(listing => (learned ? ProjectFiles.LearnedTagger : ProjectFiles.Tagger).Tag(new(listing.Title, ""))).ToList();

        Assert.All(taggings.Where(tagging => tagging.Competences.Count > 0), tagging => Assert.Null(tagging.Nearly));
        var near = taggings.Where(tagging => tagging.Nearly is not null).SelectMany(tagging => tagging.Nearly!).ToList();
        Assert.NotEmpty(near);
        Assert.All(near, one => Assert.InRange(one.Confidence, 0.2, 0.99));
    }

    [Fact]
    public void What_is_denied_is_not_taught() =>
        Assert.DoesNotContain("3.4", Codes(new("Сайт на WordPress без програмування", "Оберемо тему і наповнимо сторінки текстом.")));

    [Fact]
    public void A_course_without_a_text_is_tagged_by_its_title() =>
        Assert.Equal(["4.1"], Codes(new("Основи кібербезпеки", "")));

    [Fact]
    public void Confidence_is_a_share_and_the_surest_stands_first()
    {
        var competences = ProjectFiles.Tagger.Tag(new("Кібергігієна", "Паролі, антивірус, фішинг, захист персональних даних, шахраї в інтернеті.")).Competences;

        Assert.All(competences, one => Assert.InRange(one.Confidence, 0.3, 0.99));
        Assert.Equal(competences.OrderByDescending(one => one.Confidence), competences);
        Assert.Equal(["4.1", "4.2"], competences.Select(one => one.Code).Order());
    }

    [Theory]
    [InlineData("Програмування з нуля", "Пишемо код мовою Python. Для початківців.", Level.Foundation)]
    [InlineData("Advanced penetration testing", "For experienced security engineers.", Level.Advanced)]
    [InlineData("Програмування мовою Python", "Пишемо код.", null)]
    public void The_level_is_read_off_the_words_or_left_open(string title, string summary, Level? level) =>
        Assert.Equal(level, ProjectFiles.Tagger.Tag(new(title, summary)).Level);

    [Fact]
    public void The_purpose_is_read_off_the_audience() =>
        Assert.Equal([Context.Professional], ProjectFiles.Tagger.Tag(new("Авторське право для бібліотекарів", "Ліцензії Creative Commons.")).Contexts);

    [Fact]
    public void A_very_long_text_is_read_at_its_beginning_only()
    {
        var late = new string('а', 20_000) + " Кібербезпека, паролі, антивірус, фаєрвол.";

        Assert.Empty(ProjectFiles.Tagger.Tag(new("Курс", late)).Competences);
    }

    [Fact]
    public void Another_lexicon_is_another_version()
    {
        var other = new CompetenceTagger(ProjectFiles.Analysis, ProjectFiles.Lexicon with { Terms = [.. ProjectFiles.Lexicon.Terms.Skip(1)] }, ProjectFiles.Frameworks);

        Assert.NotEqual(ProjectFiles.Tagger.Version, other.Version);
        Assert.Equal(other.Version, other.Tag(new("Курс", "")).TaggerVersion);
    }

    private static IEnumerable<string> Codes(TaggedText text) => ProjectFiles.Tagger.Tag(text).Competences.Select(one => one.Code);
}
