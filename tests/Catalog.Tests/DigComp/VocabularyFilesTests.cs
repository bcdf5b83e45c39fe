using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class VocabularyFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vocabulary");

    public VocabularyFilesTests()
    {
        Write("lexicon.tsv", "# remark\n1.1\tuk\tstandard\tпошук інформації\n");
        Write("rings.tsv", "ШІ\tAI\n");
        Write("boilerplate.txt", "sentence\tреєстрація за посиланням\n");
        Write("cues.tsv", "level:foundation\tuk\tз нуля\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_competence_has_words_in_both_languages() =>
        Assert.All(ProjectFiles.Frameworks.DigComp22.Competences, competence => Assert.Equal(
            2, ProjectFiles.Lexicon.Terms.Where(term => term.Competence == competence.Code && term.Kind != TermKind.Weak).Select(term => term.Language).Distinct().Count()));

    [Fact]
    public void A_small_vocabulary_is_read()
    {
        var lexicon = Load().Value!;

        Assert.Equal(new LexiconTerm("1.1", "uk", TermKind.Standard, "пошук інформації"), Assert.Single(lexicon.Terms));
        Assert.Equal(["ШІ", "AI"], Assert.Single(lexicon.QueryWords.Rings));
        Assert.Equal(new BoilerplateWords("реєстрація за посиланням", BoilerplateKind.Sentence), Assert.Single(lexicon.Boilerplate));
        Assert.Equal(new LexiconCue("level", "foundation", "з нуля"), Assert.Single(lexicon.Cues));
    }

    [Fact]
    public void Rings_of_every_file_are_read_together()
    {
        Write("glossary.tsv", "# remark\nкнига\tbook\n");
        Write("rings-crafts.tsv", "шиття\tsewing\n");
        Write("ringside.tsv", "канат\trope\n");

        Assert.Equal(["ШІ", "книга", "шиття"], Load().Value!.QueryWords.Rings.Select(ring => ring[0]));
    }

    [Fact]
    public void Themes_of_every_file_are_read_together_and_are_no_rings()
    {
        Write("themes-office.tsv", "# remark\nлист\tконверт\tштамп\tпідпис\tархів\n");
        Write("themes-family.tsv", "син\tпланшет\tгра\tдомовленість\tекран\n");

        var lexicon = Load().Value!;
        Assert.Equal(["син", "лист"], lexicon.QueryWords.Themes.Select(theme => theme[0]));
        Assert.Single(lexicon.QueryWords.Rings);
    }

    [Fact]
    public void Sentences_are_read_with_all_their_competences()
    {
        Write("sentences.tsv", "1.1 1.2\tШукаємо й перевіряємо\nnone\tЧекаємо на вас у понеділок\n");

        var sentences = Load().Value!.Sentences;
        Assert.Equal(["1.1", "1.2"], sentences[0].Competences);
        Assert.Empty(sentences[1].Competences);
    }

    [Theory]
    [InlineData("lexicon.tsv", "9.9\tuk\tstandard\tслово", "9.9")]
    [InlineData("lexicon.tsv", "1.1\tde\tstandard\tWort", "uk or en")]
    [InlineData("lexicon.tsv", "1.1\tuk\tstrong\tслово", "colloquial")]
    [InlineData("lexicon.tsv", "1.1\tuk\t0\tслово", "colloquial")]
    [InlineData("lexicon.tsv", "1.1 uk standard слово", "tab")]
    [InlineData("lexicon.tsv", "1.1\tuk\tstandard\t ", "3 fields where there should be 4")]
    [InlineData("lexicon.tsv", "1.1\tuk\tweak\tПошук інформації", "line 2")]
    [InlineData("rings.tsv", "самотнє", "two members")]
    [InlineData("rings-crafts.tsv", "самотнє", "two members")]
    [InlineData("glossary.tsv", "книга\t\tbook", "field 2 is empty")]
    [InlineData("rings-crafts.tsv", "шиття\t\uFFFD\uFFFD", "UTF-8")]
    [InlineData("themes-family.tsv", "син\tпланшет\tгра", "5 expressions")]
    [InlineData("boilerplate.txt", "maybe\tслово", "prerequisite")]
    [InlineData("sentences.tsv", "1.1 9.9\tШукаємо й знаходимо", "9.9")]
    [InlineData("sentences.tsv", "digital\tПрацюємо за комп’ютером", "none")]
    [InlineData("cues.tsv", "level:easy\tuk\tлегко", "highly-specialised")]
    [InlineData("cues.tsv", "mood:basic\tuk\tлегко", "context:")]
    public void A_fault_is_told_with_file_and_line(string file, string line, string told)
    {
        File.AppendAllText(Path.Combine(_folder.FullName, file), line + "\n");
        var number = File.ReadAllLines(Path.Combine(_folder.FullName, file)).Length;

        var loaded = Load();

        Assert.Null(loaded.Value);
        Assert.Contains($"{file}:{number}: ", Assert.Single(loaded.Problems), StringComparison.Ordinal);
        Assert.Contains(told, loaded.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Tabs_at_the_end_of_a_line_are_no_fields()
    {
        Write("rings-crafts.tsv", "шиття\tsewing\t\t \n");

        Assert.Equal(["шиття", "sewing"], Load().Value!.QueryWords.Rings[^1]);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "rings-crafts.tsv"), [0xF8, 0xE8, 0xF2, 0xF2, 0xFF, 0x09, 0x73, 0x65, 0x77, 0x0A]);

        Assert.Contains("rings-crafts.tsv:1: not written in UTF-8", Assert.Single(Load().Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files_are_told_all_at_once()
    {
        _folder.GetFiles("*.tsv").ToList().ForEach(file => file.Delete());

        Assert.Equal(3, Load().Problems.Count);
    }

    private Loaded<Lexicon> Load() => VocabularyFiles.Load(_folder.FullName, ProjectFiles.Frameworks);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
