using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class RingWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dccourseindex-rings-").FullName;

    public RingWatchTests() => Write("rings.tsv", "один\tодиниця\n");

    [Fact]
    public void Unchanged_files_are_not_read_again()
    {
        var watch = new RingWatch(_folder);

        Assert.Null(watch.Look());
        Write("lexicon.tsv", "nothing of ours");
        Assert.Null(watch.Look());
    }

    [Fact]
    public void An_edited_a_new_and_a_removed_file_are_noticed_once()
    {
        var watch = new RingWatch(_folder);

        Write("rings.tsv", "один\tодиниця\nдва\tдвійка\n");
        Assert.Equal(2, watch.Look()!.Value!.Count);
        Assert.Null(watch.Look());
        Write("rings-more.tsv", "три\tтрійка\n");
        Assert.Equal(3, watch.Look()!.Value!.Count);
        File.Delete(Path.Combine(_folder, "rings-more.tsv"));
        Assert.Equal(2, watch.Look()!.Value!.Count);
    }

    [Fact]
    public void A_broken_file_is_said_with_its_line_until_it_is_mended()
    {
        var watch = new RingWatch(_folder);

        Write("glossary.tsv", "# remark\nалонсьо\n");
        var broken = watch.Look()!;
        Assert.Null(broken.Value);
        Assert.Contains("glossary.tsv:2: a ring needs two members", Assert.Single(broken.Problems), StringComparison.Ordinal);
        Assert.Null(watch.Look());
        Assert.Equal(broken.Problems, watch.Problems);

        Write("glossary.tsv", "# remark\nодне\tдруге\n");
        Assert.Equal(2, watch.Look()!.Value!.Count);
        Assert.Empty(watch.Problems);
    }

    [Fact]
    public void A_file_on_trial_stands_for_the_one_of_its_name()
    {
        var trial = Directory.CreateDirectory(Path.Combine(_folder, "trial")).FullName;
        File.WriteAllText(Path.Combine(trial, "rings.tsv"), "інше\tщось\nще\tодне\n");
        File.WriteAllText(Path.Combine(trial, "mine.tsv"), "інше\tщось\n");

        Assert.Equal(2, VocabularyFiles.LoadRings(_folder, Path.Combine(trial, "rings.tsv")).Value!.Count);
        Assert.Equal(2, VocabularyFiles.LoadRings(_folder, Path.Combine(trial, "mine.tsv")).Value!.Count);
        Assert.Contains("none.tsv", VocabularyFiles.LoadRings(_folder, Path.Combine(trial, "none.tsv")).Problems[0], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
