using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.DigComp.Training;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class TrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("training-").FullName;

    // A small vocabulary, so that learning takes a moment only.
    private static readonly Lexicon Small = ProjectFiles.Lexicon with
    {
        Terms = [.. ProjectFiles.Lexicon.Terms.Where((_, i) => i % 40 == 0)],
        Subjects = [],
        OtherSubjects = ["йога", "кулінарія", "бухгалтерський облік"],
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_listings_give_the_same_bytes()
    {
        var first = Save(new Trainer(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks).Train(Listings()), "first");
        var second = Save(new Trainer(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks).Train(Listings()), "second");

        Assert.Equal(first, second);
    }

    [Fact]
    public void What_only_the_listings_say_is_learnt()
    {
        var model = new Trainer(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks).Train(Listings());
        var before = new CompetenceTagger(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks);
        var after = new CompetenceTagger(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks, model);
        var unread = new TaggedText("Бурмотарня для всіх", "Вчимося бурмотати, бурмочемо щодня.");

        Assert.Empty(before.Tag(unread).Competences);
        Assert.Equal("3.4", after.Tag(unread).Primary);
        Assert.Contains(after.Tag(unread).Competences[0].Evidence, evidence => evidence.Text.Contains("урмо", StringComparison.Ordinal));
        Assert.NotEqual(before.Version, after.Version);
    }

    [Fact]
    public void What_only_a_sentence_of_the_vocabulary_says_is_learnt()
    {
        var taught = Small with { Sentences = [.. Enumerable.Range(0, 6).Select(i => new CourseSentence($"Хлюпотимо {i} хлюпотінням, хлюпотять хлюпотуни", ["5.1"]))] };
        var unread = new TaggedText("Хлюпотіння для всіх", "Хлюпотимо щодня, хлюпотуни хлюпотять.");

        Assert.Empty(new CompetenceTagger(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks, new Trainer(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks).Train(Listings())).Tag(unread).Competences);
        Assert.Equal("5.1", new CompetenceTagger(ProjectFiles.Analysis, taught, ProjectFiles.Frameworks, new Trainer(ProjectFiles.Analysis, taught, ProjectFiles.Frameworks).Train(Listings())).Tag(unread).Primary);
    }

    [Fact]
    public void A_saved_model_tags_as_before()
    {
        var model = new Trainer(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks).Train(Listings());
        Save(model, "model");
        var read = ModelFile.Load(Path.Combine(_folder, "model"), ProjectFiles.Frameworks);

        Assert.Empty(read.Problems);
        Assert.Equal(model.Digest, read.Value!.Digest);
        Assert.Equal(model.Description, read.Value.Description);
    }

    [Fact]
    public void A_damaged_model_is_told_with_the_remedy()
    {
        Save(new Trainer(ProjectFiles.Analysis, Small, ProjectFiles.Frameworks).Train(Listings()), "model");
        var file = Path.Combine(_folder, "model", ModelFile.Name);
        var bytes = File.ReadAllBytes(file);
        bytes[^100] ^= 1;
        File.WriteAllBytes(file, bytes);

        var problem = Assert.Single(ModelFile.Load(Path.Combine(_folder, "model"), ProjectFiles.Frameworks).Problems);
        Assert.StartsWith(file, problem, StringComparison.Ordinal);
        Assert.Contains("dccourseindex train", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void No_model_is_no_problem()
    {
        var none = ModelFile.Load(_folder, ProjectFiles.Frameworks);

        Assert.Null(none.Value);
        Assert.Empty(none.Problems);
    }

    [Theory]
    [InlineData("""{"title":"","competences":[],"primary":null}""", "title")]
    [InlineData("""{"title":"Курс","competences":["9.9"],"primary":"9.9"}""", "9.9")]
    [InlineData("""{"title":"Курс","competences":["1.1"],"primary":null}""", "primary")]
    [InlineData("""{"title":"Курс","competences":["1.1"],"primary":"1.1","level":"expert"}""", "level")]
    [InlineData("""{"title":"Курс","competences":["1.1"],"primary":"1.1","context":["school"]}""", "context")]
    [InlineData("""{"title":""", "labelled listing")]
    public void A_wrong_line_is_told_by_file_and_number(string line, string about)
    {
        var file = Path.Combine(_folder, "anna.jsonl");
        File.WriteAllLines(file, ["""{"title":"Йога","competences":[],"primary":null}""", line]);

        var problem = Assert.Single(TrainingFiles.Load(_folder, ProjectFiles.Frameworks).Problems);
        Assert.StartsWith($"{file}:2:", problem, StringComparison.Ordinal);
        Assert.Contains(about, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_is_told() =>
        Assert.Contains("train FOLDER", Assert.Single(TrainingFiles.Load(_folder, ProjectFiles.Frameworks).Problems), StringComparison.Ordinal);

    private byte[] Save(TrainedModel model, string name)
    {
        ModelFile.Save(model, Path.Combine(_folder, name));
        return File.ReadAllBytes(Path.Combine(_folder, name, ModelFile.Name));
    }

    // Three authors; a word that no vocabulary has stands for programming.
    private static List<TrainingListing> Listings() =>
    [
        .. Enumerable.Range(0, 45).Select(i => (i % 3) switch
        {
            0 => Listing(i, $"Бурмотання, частина {i}", "Бурмочемо разом: бурмотання вголос і бурмотіння подумки.", ["3.4"]),
            1 => Listing(i, $"Паролі вдома, зустріч {i}", "Надійні паролі та антивірус.", ["4.1"]),
            _ => Listing(i, $"Йога зранку, заняття {i}", "Вправи, дихання, розтяжка, спокій.", []),
        }),
    ];

    private static TrainingListing Listing(int number, string title, string summary, string[] competences) => new(
        $"{number}", title, summary, null, "uk", competences, competences.FirstOrDefault(), competences.Length > 0 ? "foundation" : null, [], $"author {number / 3 % 3}");
}
