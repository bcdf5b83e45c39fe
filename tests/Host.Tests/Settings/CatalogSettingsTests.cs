using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Settings;

public sealed class CatalogSettingsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void By_default_the_catalogue_is_a_file() => Assert.Equal(new CatalogSettings(), Read("").Settings.Catalog);

    [Fact]
    public void A_connection_may_lie_in_the_environment_and_is_not_shown()
    {
        var read = Read("catalog:\n  engine: postgres\n  connection: $CATALOGUE\n", ("CATALOGUE", "Host=db;Database=courses;Password=very-secret"));
        Assert.Empty(read.Problems);
        Assert.Equal("Host=db;Database=courses;Password=very-secret", read.Settings.Catalog.Connection);
        Assert.DoesNotContain(read.InForce, setting => setting.Value.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("catalog:\n  engine: postgres\n", "needs «catalog.connection»")]
    [InlineData("catalog:\n  connection: Host=db\n", "engine» is sqlite")]
    [InlineData("catalog:\n  engine: postgres\n  connection: $NOWHERE\n", "$NOWHERE")]
    [InlineData("catalog:\n  engine: oracle\n", "neither sqlite nor postgres")]
    public void What_does_not_go_together_is_said(string text, string part) =>
        Assert.Contains(part, Assert.Single(Read(text).Problems).ToString(), StringComparison.Ordinal);

    private SettingsRead Read(string text, params (string Name, string Value)[] environment)
    {
        File.WriteAllText(folder.File(SettingsFile.Name), text);
        return SettingsFile.Read(Path.GetDirectoryName(folder.File(SettingsFile.Name))!, environment.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal));
    }
}
