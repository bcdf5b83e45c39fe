using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class FrameworkFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("frameworks");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("digcomp-2.2", 5, 21, 8)]
    [InlineData("digcomp-3.0", 5, 21, 8)]
    [InlineData("digcomp-ua", 6, 30, 6)]
    [InlineData("digcompedu", 6, 22, 6)]
    public void The_project_knows_the_framework(string id, int areas, int competences, int levels)
    {
        var framework = ProjectFiles.Frameworks[id];

        Assert.Equal((areas, competences, levels), (framework.Areas.Count, framework.Competences.Count, framework.Levels.Count));
        Assert.NotEqual("official", framework.UkrainianNames);
    }

    [Fact]
    public void DigComp_22_stands_first() => Assert.Equal("digcomp-2.2", ProjectFiles.Frameworks.All[0].Id);

    [Fact]
    public void The_crosswalk_leads_back_from_22() =>
        Assert.Equal(["1.4", "1.2"], ProjectFiles.Frameworks.FromDigComp22("digcomp-ua", "1.2").OrderDescending());

    [Fact]
    public void The_names_of_the_Ukrainian_framework_are_a_draft() => Assert.Equal("draft", ProjectFiles.Frameworks["digcomp-ua"].UkrainianNames);

    [Fact]
    public void A_new_framework_is_a_new_file()
    {
        CopyDigComp22();
        Write("library.json", """{"id":"library","name":{"uk":"Бібліотечна","en":"Library"},"attribution":"Власна","ukrainianNames":"draft","areas":[{"code":"L","name":{"uk":"Пошук","en":"Search"}}],"competences":[{"code":"L.1","area":"L","name":{"uk":"Пошук","en":"Search"}}],"toDigComp22":{"L.1":["1.1"]}}""");

        Assert.Equal(["L.1"], FrameworkFiles.Load(_folder.FullName).Value!.FromDigComp22("library", "1.1"));
    }

    [Theory]
    [InlineData("\"area\":\"X\"", "names the area X")]
    [InlineData("\"toDigComp22\":{\"L.9\":[\"1.1\"]}", "L.9, which this framework does not have")]
    [InlineData("\"toDigComp22\":{\"L.1\":[\"9.9\"]}", "9.9, which DigComp 2.2 does not have")]
    [InlineData("\"en\":\"\"", "has no name in English")]
    [InlineData("\"ukrainianNames\":\"perhaps\"", "official, unofficial or draft")]
    [InlineData("\"competences\":[]", "no competence")]
    [InlineData("\"nonsense\":1", "nonsense")]
    [InlineData("<html>", "not a framework file")]
    public void A_fault_is_told_with_its_file(string fault, string told)
    {
        CopyDigComp22();
        Write("library.json", Faulty(fault));

        var loaded = FrameworkFiles.Load(_folder.FullName);

        Assert.Null(loaded.Value);
        Assert.Contains(loaded.Problems, problem => problem.Contains("library.json", StringComparison.Ordinal) && problem.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_is_told_with_its_line()
    {
        CopyDigComp22();
        Write("library.json", """
            {
              "id": "library", "name": { "uk": "Б", "en": "L" }, "attribution": "Власна", "ukrainianNames": "draft",
              "areas": [{ "code": "L", "name": { "uk": "П", "en": "S" } }],
              "competences": [
                { "code": "L.1", "area": "L", "name": { "uk": "П", "en": "S" } },
                { "code": "L.1", "area": "M", "name": { "uk": "П", "en": "S" } }
              ],
              "toDigComp22": {
                "L.1": ["1.1", "9.9"]
              }
            }
            """);

        var (file, problems) = (Path.Combine(_folder.FullName, "library.json"), FrameworkFiles.Load(_folder.FullName).Problems);
        Assert.Equal(3, problems.Count);
        Assert.StartsWith($"{file}:6: the code L.1 stands twice", problems[0], StringComparison.Ordinal);
        Assert.StartsWith($"{file}:6: competence L.1 names the area M", problems[1], StringComparison.Ordinal);
        Assert.StartsWith($"{file}:9: toDigComp22 leads from L.1 to 9.9", problems[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_crosswalk_of_DigComp_22_itself_would_be_a_circle()
    {
        CopyDigComp22();
        var file = Path.Combine(_folder.FullName, "digcomp-2.2.json");
        File.WriteAllText(file, File.ReadAllText(file).TrimEnd()[..^1] + ",\n\"toDigComp22\": {\"1.1\": [\"1.2\"]}\n}");

        Assert.Contains("where all crosswalks lead to", Assert.Single(FrameworkFiles.Load(_folder.FullName).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_the_crosswalk_names_twice_is_a_fault()
    {
        CopyDigComp22();
        Write("library.json", Faulty("\"toDigComp22\":{\"L.1\":[\"1.1\"],\"L.1\":[\"1.2\"]}"));

        Assert.Contains("library.json", Assert.Single(FrameworkFiles.Load(_folder.FullName).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        Write("a.json", "{");
        Write("b.json", "null");

        var problems = FrameworkFiles.Load(_folder.FullName).Problems;

        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("digcomp-2.2.json", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_framework_twice_is_a_fault()
    {
        CopyDigComp22();
        File.Copy(Path.Combine(_folder.FullName, "digcomp-2.2.json"), Path.Combine(_folder.FullName, "copy.json"));

        Assert.Contains("already in", Assert.Single(FrameworkFiles.Load(_folder.FullName).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_told() =>
        Assert.Contains("no such folder", Assert.Single(FrameworkFiles.Load(Path.Combine(_folder.FullName, "none")).Problems), StringComparison.Ordinal);

    private static string Faulty(string fault)
    {
        const string good = """{"id":"library","name":{"uk":"Б","en":"L"},"attribution":"Власна","ukrainianNames":"draft","areas":[{"code":"L","name":{"uk":"П","en":"S"}}],"competences":[{"code":"L.1","area":"L","name":{"uk":"П","en":"S"}}],"toDigComp22":{}}""";
        return fault switch
        {
            "<html>" => "<html>Увійдіть</html>",
            "\"en\":\"\"" => good.Replace("\"en\":\"S\"", fault, StringComparison.Ordinal),
            _ when fault.StartsWith("\"area\"", StringComparison.Ordinal) => good.Replace("\"area\":\"L\"", fault, StringComparison.Ordinal),
            _ when fault.StartsWith("\"to", StringComparison.Ordinal) => good.Replace("\"toDigComp22\":{}", fault, StringComparison.Ordinal),
            _ when fault.StartsWith("\"uk", StringComparison.Ordinal) => good.Replace("\"ukrainianNames\":\"draft\"", fault, StringComparison.Ordinal),
            _ when fault.StartsWith("\"comp", StringComparison.Ordinal) => good.Replace("\"competences\":[{\"code\":\"L.1\",\"area\":\"L\",\"name\":{\"uk\":\"П\",\"en\":\"S\"}}]", fault, StringComparison.Ordinal),
            _ => good.Replace("\"toDigComp22\":{}", fault, StringComparison.Ordinal),
        };
    }

    private void CopyDigComp22() =>
        File.Copy(Path.Combine(ProjectFiles.Root, "config", "frameworks", "digcomp-2.2.json"), Path.Combine(_folder.FullName, "digcomp-2.2.json"));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}
