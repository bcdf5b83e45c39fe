using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Tests.Sample;

namespace DcCourseIndex.SearchApi.Tests.Browse;

public sealed class NewFrameworkTests : IDisposable
{
    private const string Library = """
        {
          "id": "library", "name": { "uk": "Бібліотечна рамка (вигадана)", "en": "Library framework (invented)" },
          "attribution": "Invented for a test", "ukrainianNames": "draft",
          "areas": [{ "code": "L", "name": { "uk": "Безпека читача", "en": "Safety of readers" } }],
          "competences": [{ "code": "L.1", "area": "L", "name": { "uk": "Захищена читальня", "en": "A safe reading room" } }],
          "toDigComp22": { "L.1": ["4.1"] }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("frameworks");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_more_is_a_framework_more_for_search_tree_and_classification()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(RealParts.Root, "config", "frameworks")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "library.json"), Library);
        var frameworks = FrameworkFiles.Load(_folder.FullName).Value!;
        await using var site = await SampleSite.StartAsync(searcher: new(SampleCourses.All, frameworks), frameworks: frameworks);

        var (_, tree) = await site.JsonAsync("/api/v1/competences?framework=library&lang=en");
        var (_, found) = await site.JsonAsync("/api/v1/courses?framework=library&competence=L.1&lang=en");
        var (_, classified) = await site.PostAsync("/api/v1/classify", """{"title": "Надійні паролі", "summary": "Антивірус, двофакторна автентифікація, захист смартфона.", "framework": "library"}""");

        Assert.Equal(("library", "draft", "A safe reading room"), ((string)tree["framework"]!, (string)tree["ukrainianNames"]!, (string)tree["areas"]![0]!["competences"]![0]!["label"]!));
        Assert.Equal(("dl-sample.42", "L.1"), ((string)found["items"]![0]!["id"]!, (string)found["items"]![0]!["primary"]!));
        Assert.Equal(("library", "L.1"), ((string)classified["framework"]!, (string)classified["primary"]!));
    }

    [Fact]
    public async Task Without_the_file_the_framework_is_refused()
    {
        await using var site = await SampleSite.SharedAsync();

        Assert.Equal(400, (await site.JsonAsync("/api/v1/courses?framework=library")).Status);
    }
}
