using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class PortalKnowledgeTests
{
    [Fact]
    public void The_portals_category_is_strong_evidence()
    {
        var tagging = ProjectFiles.Tagger.Tag(new("Зустріч щосуботи", "Запрошуємо всіх.", Subjects: ["Освіта", "кібербезпека"]));

        var assignment = Assert.Single(tagging.Competences);
        Assert.Equal("4.1", assignment.Code);
        Assert.True(assignment.Confidence >= 0.75);
        Assert.Equal((EvidenceKind.Source, "subjects", "кібербезпека"), (assignment.Evidence[0].Kind, assignment.Evidence[0].Field, assignment.Evidence[0].Text));
    }

    [Fact]
    public void A_category_without_anything_digital_assigns_nothing() =>
        Assert.Empty(ProjectFiles.Tagger.Tag(new("Зустріч щосуботи", "Запрошуємо всіх.", Subjects: ["Кулінарія"])).Competences);

    [Fact]
    public void What_a_portal_writes_everywhere_weighs_nothing()
    {
        const string Everywhere = "Опануйте кібербезпеку, надійні паролі та антивірус разом із нашою платформою.";
        var repeated = new RepeatedSentences();
        var listing = new TaggedText("Гончарство", $"Глина, круг, полива. {Everywhere}", Repeated: repeated);

        Assert.NotEmpty(ProjectFiles.Tagger.Tag(listing).Competences);
        for (var i = 0; i < 30; i++)
        {
            repeated.Note($"p.{i}", new($"Курс {i}", $"Про ремесло номер {i}. {Everywhere}"));
        }

        Assert.Empty(ProjectFiles.Tagger.Tag(listing).Competences);
        Assert.Equal("4.1", ProjectFiles.Tagger.Tag(listing with { Title = "Кібербезпека для всіх" }).Primary);
    }

    [Fact]
    public void One_listing_seen_night_after_night_repeats_nothing()
    {
        var repeated = new RepeatedSentences();
        var listing = new TaggedText("Безпека", "Надійні паролі, антивірус, оновлення та резервні копії.", Repeated: repeated);
        for (var night = 0; night < 30; night++)
        {
            repeated.Note("p.1", listing);
        }

        Assert.Equal("4.1", ProjectFiles.Tagger.Tag(listing).Primary);
    }

    [Fact]
    public void A_wrong_subject_is_told_by_its_line()
    {
        var folder = Directory.CreateTempSubdirectory("vocabulary-").FullName;
        foreach (var name in new[] { "lexicon.tsv", "rings.tsv", "boilerplate.txt", "cues.tsv" })
        {
            File.WriteAllText(Path.Combine(folder, name), "");
        }

        File.WriteAllLines(Path.Combine(folder, "subjects.tsv"), ["4.1 4.2\tБезпека в інтернеті", "nothing\tЙога", "none\tбезпека в інтернеті"]);
        var problems = VocabularyFiles.Load(folder, ProjectFiles.Frameworks).Problems;
        Directory.Delete(folder, recursive: true);

        Assert.Equal(2, problems.Count);
        Assert.Contains("subjects.tsv:2:", problems[0], StringComparison.Ordinal);
        Assert.Contains("subjects.tsv:3:", problems[1], StringComparison.Ordinal);
    }
}
