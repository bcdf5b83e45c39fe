using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class QueryWordWatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dccourseindex-rings-").FullName;

    public QueryWordWatchTests() => Write("rings.tsv", "один\tодиниця\n");

    [Fact]
    public void Unchanged_files_are_not_read_again()
    {
        var watch = new QueryWordWatch(_folder);

        Assert.Null(watch.Look());
        Write("lexicon.tsv", "nothing of ours");
        Assert.Null(watch.Look());
    }

    [Fact]
    public void An_edited_a_new_and_a_removed_file_are_noticed_once()
    {
        var watch = new QueryWordWatch(_folder);

        Write("rings.tsv", "один\tодиниця\nдва\tдвійка\n");
        Assert.Equal(2, watch.Look()!.Value!.Rings.Count);
        Assert.Null(watch.Look());
        Write("rings-more.tsv", "три\tтрійка\n");
        Assert.Equal(3, watch.Look()!.Value!.Rings.Count);
        File.Delete(Path.Combine(_folder, "rings-more.tsv"));
        Assert.Equal(2, watch.Look()!.Value!.Rings.Count);
    }

    [Fact]
    public void Themes_are_noticed_like_rings()
    {
        var watch = new QueryWordWatch(_folder);

        Write("themes-family.tsv", "син\tпланшет\tгра\tдомовленість\tекран\n");
        var words = watch.Look()!.Value!;
        Assert.Equal((1, 1), (words.Rings.Count, words.Themes.Count));
        Write("themes-family.tsv", "син\tпланшет\n");
        Assert.Contains("themes-family.tsv:1: a theme needs 5 expressions", Assert.Single(watch.Look()!.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_is_said_with_its_line_until_it_is_mended()
    {
        var watch = new QueryWordWatch(_folder);

        Write("glossary.tsv", "# remark\nалонсьо\n");
        var broken = watch.Look()!;
        Assert.Null(broken.Value);
        Assert.Contains("glossary.tsv:2: a ring needs two members", Assert.Single(broken.Problems), StringComparison.Ordinal);
        Assert.Null(watch.Look());
        Assert.Equal(broken.Problems, watch.Problems);

        Write("glossary.tsv", "# remark\nодне\tдруге\n");
        Assert.Equal(2, watch.Look()!.Value!.Rings.Count);
        Assert.Empty(watch.Problems);
    }

    [Fact]
    public void A_file_on_trial_stands_for_the_one_of_its_name()
    {
        var trial = Directory.CreateDirectory(Path.Combine(_folder, "trial")).FullName;
        File.WriteAllText(Path.Combine(trial, "rings.tsv"), "інше\tщось\nще\tодне\n");
        File.WriteAllText(Path.Combine(trial, "rings-mine.tsv"), "інше\tщось\n");

        Assert.Equal(2, QueryWordFiles.Load(_folder, Path.Combine(trial, "rings.tsv")).Value!.Rings.Count);
        Assert.Equal(2, QueryWordFiles.Load(_folder, Path.Combine(trial, "rings-mine.tsv")).Value!.Rings.Count);
        Assert.Contains("rings-none.tsv", QueryWordFiles.Load(_folder, Path.Combine(trial, "rings-none.tsv")).Problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine.tsv")]
    [InlineData("Rings-mine.tsv")]
    [InlineData("rings-mine.txt")]
    [InlineData("lexicon.tsv")]
    public void A_file_that_the_service_would_not_read_is_not_tried(string name)
    {
        var trial = Directory.CreateDirectory(Path.Combine(_folder, "trial")).FullName;
        File.WriteAllText(Path.Combine(trial, name), "інше\tщось\n");

        Assert.Contains("rings-<name>.tsv", Assert.Single(QueryWordFiles.Load(_folder, Path.Combine(trial, name)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_themes_may_be_on_trial_too()
    {
        var trial = Directory.CreateDirectory(Path.Combine(_folder, "trial")).FullName;
        var file = Path.Combine(trial, "themes-mine.tsv");
        File.WriteAllText(file, "син\tпланшет\tгра\tдомовленість\tекран\n");

        var words = QueryWordFiles.Load(_folder, file).Value!;
        Assert.Equal((1, 1), (words.Rings.Count, words.Themes.Count));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
