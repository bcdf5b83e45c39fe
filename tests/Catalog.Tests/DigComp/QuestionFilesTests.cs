using DcCourseIndex.Catalog.DigComp.Training;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class QuestionFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("questions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_question_is_a_title_with_its_competences_by_the_author_of_the_file()
    {
        File.WriteAllLines(Path.Combine(_folder, "questions-anna.tsv"), ["# A remark.", "4.2 2.1\tхто бачить мої фото у вайбері", "none\tяк спекти паляницю"]);

        var questions = QuestionFiles.Load(_folder, ProjectFiles.Frameworks).Value!;

        Assert.Equal(["хто бачить мої фото у вайбері", "як спекти паляницю"], questions.Select(question => question.Title));
        Assert.Equal(["4.2", "2.1"], questions[0].Competences);
        Assert.Equal("4.2", questions[0].Primary);
        Assert.Empty(questions[1].Competences);
        Assert.All(questions, question => Assert.Equal("questions-anna", question.Author));
    }

    [Theory]
    [InlineData("9.9\tщось", "9.9")]
    [InlineData("1.1 щось", "tab")]
    [InlineData("1.1\tзнайти статтю", "line 1")]
    public void A_wrong_line_is_told_by_file_and_number(string line, string about)
    {
        var file = Path.Combine(_folder, "questions-anna.tsv");
        File.WriteAllLines(file, ["1.1\tзнайти статтю", line]);

        var problem = Assert.Single(QuestionFiles.Load(_folder, ProjectFiles.Frameworks).Problems);
        Assert.StartsWith($"{file}:2:", problem, StringComparison.Ordinal);
        Assert.Contains(about, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    public void No_questions_are_no_problem(string folder)
    {
        var none = QuestionFiles.Load(Path.Combine(_folder, folder), ProjectFiles.Frameworks);

        Assert.Empty(none.Value!);
        Assert.Empty(none.Problems);
    }

    [Fact]
    public void The_shipped_questions_speak_of_every_competence()
    {
        var shipped = QuestionFiles.Load(Path.Combine(ProjectFiles.Root, "config", "training"), ProjectFiles.Frameworks);

        Assert.Empty(shipped.Problems);
        Assert.All(ProjectFiles.Frameworks.DigComp22.Competences, competence => Assert.True(shipped.Value!.Count(question => question.Primary == competence.Code) >= 100, competence.Code));
    }
}
