using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Settings;

public sealed class NodeSettingsTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void By_default_a_node_has_the_name_of_its_machine_and_a_minute_of_silence() =>
        Assert.Equal(new NodeSettings(null, LeaseTimes.Standard), Read("").Settings.Node);

    [Fact]
    public void A_node_is_named_and_its_silence_measured()
    {
        var read = Read("node:\n  name: north-1\n  lease: 20s\n");
        Assert.Empty(read.Problems);
        Assert.Equal(new NodeSettings("north-1", new LeaseTimes(TimeSpan.FromSeconds(20))), read.Settings.Node);
    }

    [Theory]
    [InlineData("node:\n  name: north node\n", "a-z")]
    [InlineData("node:\n  lease: 1s\n", "from 2s to 10m")]
    [InlineData("node:\n  lease: 11m\n", "from 2s to 10m")]
    [InlineData("node:\n  lease: soon\n", "from 2s to 10m")]
    public void What_is_no_name_or_no_time_is_said(string text, string part) =>
        Assert.Contains(part, Assert.Single(Read(text).Problems).ToString(), StringComparison.Ordinal);

    private SettingsRead Read(string text)
    {
        File.WriteAllText(folder.File(SettingsFile.Name), text);
        return SettingsFile.Read(Path.GetDirectoryName(folder.File(SettingsFile.Name))!, new Dictionary<string, string>(StringComparer.Ordinal));
    }
}
