using System.Reflection;

namespace DcCourseIndex.Host.Tests.House;

public sealed class LuceneInTheBuildTests
{
#if LUCENENET
    private const bool IsIn = true;
#else
    private const bool IsIn = false;
#endif

    [Fact]
    public void Lucene_is_in_builds_that_ask_for_it_and_nothing_of_it_in_any_other()
    {
        var files = Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Where(IsOfLucene);
        var listed = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.deps.json").SelectMany(File.ReadLines).Where(IsOfLucene);
        var indexer = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "DcCourseIndex.Indexer.dll"));
        var referenced = indexer.GetReferencedAssemblies().Select(assembly => assembly.Name).Where(IsOfLucene);
        var types = indexer.GetTypes().Select(type => type.FullName).Where(IsOfLucene);

        Assert.Equal((IsIn, IsIn, IsIn, IsIn), (files.Any(), listed.Any(), referenced.Any(), types.Any()));
    }

    // J2N is what Lucene.Net stands on.
    private static bool IsOfLucene(string? name) =>
        name!.Contains("Lucene", StringComparison.OrdinalIgnoreCase) || name.Contains("J2N", StringComparison.OrdinalIgnoreCase);
}
