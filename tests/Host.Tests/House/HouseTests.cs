using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DcCourseIndex.Host.Tests.House;

public sealed partial class HouseTests
{
    private static readonly string[] Arrows =
    [
        "Crawler -> Catalog",
        "Host -> Crawler",
        "Host -> SearchApi",
        "Indexer -> Catalog",
        "SearchApi -> Indexer",
    ];

    [Fact]
    public void Five_arrows_join_the_projects_and_no_sixth()
    {
        var arrows = Directory.EnumerateFiles(Project.Path("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => $"{Path.GetFileNameWithoutExtension(file)} -> {Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))}"))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Arrows, arrows);
    }

    [Fact]
    public void Every_public_type_says_what_it_is_for()
    {
        var silent = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(file => Path.GetFileNameWithoutExtension(file) is "dccourseindex" or "DcCourseIndex.Catalog" or "DcCourseIndex.Crawler" or "DcCourseIndex.Indexer" or "DcCourseIndex.SearchApi")
            .SelectMany(UndescribedTypes)
            .ToList();

        Assert.True(silent.Count == 0, "Public types without a summary: " + string.Join(", ", silent));
    }

    [Fact]
    public void Files_stay_small()
    {
        var sizes = Project.Sources("src").Select(file => (Lines: File.ReadLines(file).Count(), File: Path.GetRelativePath(Project.Root, file))).OrderBy(size => size.Lines).ToList();
        var large = sizes.Where(size => size.Lines > 300).ToList();

        Assert.True(large.Count == 0, "Split these: " + string.Join(", ", large));
        Assert.InRange(sizes[sizes.Count / 2].Lines, 1, 80);
    }

    [Fact]
    public void No_name_hides_what_a_type_is()
    {
        var vague = Project.Sources("src").Select(Path.GetFileNameWithoutExtension).Where(name => Vague().IsMatch(name!)).ToList();

        Assert.Empty(vague);
    }

    private static IEnumerable<string> UndescribedTypes(string assemblyFile)
    {
        var described = XDocument.Load(Path.ChangeExtension(assemblyFile, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null)
            .Select(member => member.Attribute("name")!.Value)
            .ToHashSet(StringComparer.Ordinal);
        return System.Reflection.Assembly.LoadFrom(assemblyFile).GetExportedTypes()
            .Where(type => !type.IsNested && type.Namespace?.StartsWith("DcCourseIndex", StringComparison.Ordinal) == true)
            .Where(type => !type.Name.Contains("Regex", StringComparison.Ordinal) && !IsRazor(type))
            .Select(type => type.FullName!)
            .Where(name => !described.Contains("T:" + name));
    }

    private static bool IsRazor(Type type) =>
        type.CustomAttributes.Any(attribute => attribute.AttributeType.Name.StartsWith("Razor", StringComparison.Ordinal))
        || type.Name == "_Imports"
        || type.Namespace!.StartsWith("AspNetCore", StringComparison.Ordinal);

    [GeneratedRegex("(Manager|Helper|Utils|Base|Impl|Processor)$")]
    private static partial Regex Vague();
}
