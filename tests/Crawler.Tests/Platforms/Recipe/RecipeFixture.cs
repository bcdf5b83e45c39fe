using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Platforms.Recipe;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Platforms.Recipe;

/// <summary>How an answer is read by a recipe: «list NAME» and «course NAME» by the shipped source file of that name, without a name by <c>source.yml</c> beside the answer.</summary>
internal static class RecipeFixture
{
    public static SourceDefinition Source(Fixture fixture)
    {
        var file = fixture.Reader.Split(' ') is [_, var name]
            ? Path.Combine(Workspace.Root, "config", "sources", $"{name}.yml")
            : Path.Combine(Fixture.Folder("Recipe"), fixture.Name, "source.yml");
        return Of(file);
    }

    /// <summary>The source of one file; every problem of it fails the test.</summary>
    public static SourceDefinition Of(string file)
    {
        var set = SourceFiles.Load(Path.GetDirectoryName(file)!, AllPlatforms.Create(_ => null).Select(platform => platform.Name).ToHashSet());
        Assert.Empty(set.Problems);
        return set.Sources.Single(source => source.Name == Path.GetFileNameWithoutExtension(file));
    }

    public static object? Read(Fixture fixture, Page page)
    {
        var source = Source(fixture);
        var recipe = source.Recipe!;
        return fixture.Reader.Split(' ')[0] switch
        {
            "list" => new CardReader(recipe.List!, new CourseLinks(source, recipe.Links)).Read(page),
            "course" => RecipeListing.Of(new Card(fixture.Name, page.Address, FoundValues.Nothing), CoursePage.Read(recipe, page, fixture.Name), recipe),
            _ => throw new InvalidOperationException($"{fixture.Name}: there is no reader «{fixture.Reader}»."),
        };
    }
}
