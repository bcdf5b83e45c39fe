using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.DigComp.Matching;
using DcCourseIndex.Catalog.DigComp.Scoring;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class PassagesTests
{
    private static readonly ListingReader Reader = new(ProjectFiles.Analysis, ProjectFiles.Lexicon, new TermNumbers());

    [Fact]
    public void The_title_and_each_sentence_is_a_passage_and_one_word_is_none()
    {
        var passages = Of(new("Таблиці", "Формули й діаграми. Увага! Зведені таблиці та фільтри.", "Резервні копії файлів."));

        Assert.Equal(4, passages.Count);
        Assert.Equal([true, false, false, false], passages.Select(passage => passage.IsTitle));
        Assert.Contains("діаграми", passages[1].Words.Keys);
        Assert.DoesNotContain("таблиці", passages[1].Words.Keys);
    }

    [Fact]
    public void A_second_subject_of_one_sentence_is_found()
    {
        const string tables = "Опановуємо формули, зведені таблиці, фільтри та діаграми в Excel.";
        var alone = ProjectFiles.LearnedTagger.Tag(new("Excel для бухгалтерів", tables));
        var beside = ProjectFiles.LearnedTagger.Tag(new("Excel для бухгалтерів", tables + " Окреме заняття про шахраїв: підозрілі листи, фальшиві сайти оплати, код із SMS."));

        Assert.Equal(["1.3"], alone.Competences.Select(one => one.Code));
        Assert.Equal(["1.3", "4.2"], beside.Competences.Select(one => one.Code).Order());
        Assert.Equal("1.3", beside.Primary);
    }

    private static IReadOnlyList<Passage> Of(TaggedText text) => Passages.Of(Reader.Read(text)).All;
}
