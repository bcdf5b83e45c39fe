using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Settings;

public sealed class IndexSettingsTests
{
    [Fact]
    public void The_engine_of_postings_serves_by_default() => Assert.Equal("postings", Read("contact: \"\"").Settings.Index.Engine);

    [Fact]
    public void The_engine_in_little_memory_can_be_chosen() => Assert.Equal("fts5", Read("index:\n  engine: fts5").Settings.Index.Engine);

    [Fact]
    public void An_unknown_engine_is_refused_with_those_that_there_are() =>
        Assert.Contains("dccourseindex.yml:2", Assert.Single(Read("index:\n  engine: lucine").Problems, problem => problem.ToString().Contains("postings, fts5", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Lucene_is_taken_by_a_build_that_has_it_and_refused_with_what_to_do_by_one_that_has_not()
    {
        var read = Read("contact: a@library.example\nindex:\n  engine: lucene");

#if LUCENENET
        Assert.Empty(read.Problems);
        Assert.Equal("lucene", read.Settings.Index.Engine);
#else
        var problem = Assert.Single(read.Problems).ToString();
        Assert.All(["dccourseindex.yml:3", "LuceneNet=true", "docs/operating.md", "postings, fts5"], word => Assert.Contains(word, problem, StringComparison.Ordinal));
#endif
    }

    [Fact]
    public async Task Status_names_the_engine_and_that_another_one_means_a_new_index()
    {
        using var folder = new TempFolder();
        var listings = folder.Write("listings.ndjson", """{"id":"1","title":"Вигаданий курс","url":"https://courses.example/1"}""");
        using var import = await ServiceProcess.RunAsync("import", listings, "--source", "invented", "--data", folder.File("data"));
        using var reindex = await ServiceProcess.RunAsync("reindex", "--data", folder.File("data"));
        var config = folder.File("config");
        folder.Write("config/dccourseindex.yml", "index:\n  engine: fts5\n");
        folder.Write("config/sources/README", "No sources.");

        using var same = await ServiceProcess.RunAsync("status", "--data", folder.File("data"));
        using var other = await ServiceProcess.RunAsync("status", "--data", folder.File("data"), "--config", config);

        Assert.Contains("Index: postings, 1 courses", Words(same.Output), StringComparison.Ordinal);
        Assert.Contains("0 behind", Words(same.Output), StringComparison.Ordinal);
        Assert.Contains("Index: postings, 1 courses", Words(other.Output), StringComparison.Ordinal);
        Assert.Contains("to be rebuilt by a process with the role index, because index.engine asks for SQLite FTS5 here", Words(other.Output), StringComparison.Ordinal);
    }

    private static string Words(string output) => string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static SettingsRead Read(string text)
    {
        using var folder = new TempFolder();
        folder.Write(SettingsFile.Name, text);
        return SettingsFile.Read(folder.Path, new Dictionary<string, string>());
    }
}
