using DcCourseIndex.Portals.Recording;

namespace DcCourseIndex.Portals.Tests.Recording;

/// <summary>The committed recordings of the demo are what the invented portals answer.</summary>
public sealed class DemoRecordingTests : IDisposable
{
    private const long Largest = 8 * 1024 * 1024;
    private readonly string folder = Directory.CreateTempSubdirectory("portals-").FullName;

    [Fact]
    public async Task The_committed_recordings_equal_a_fresh_one()
    {
        await DemoPortals.RecordAsync(folder);
        var committed = Files(Repository.Demo);
        var fresh = Files(folder);
        Assert.Equal(fresh.Keys.Order(StringComparer.Ordinal), committed.Keys.Order(StringComparer.Ordinal));
        Assert.All(fresh, file => Assert.True(file.Value.AsSpan().SequenceEqual(committed[file.Key]), $"{file.Key} has drifted; run: dotnet run --project tests/Portals -- record config/demo"));
    }

    [Fact]
    public void The_recordings_stay_small() => Assert.InRange(Files(Repository.Demo).Values.Sum(bytes => bytes.LongLength), 1, Largest);

    [Fact]
    public void A_folder_that_is_no_recording_is_not_replaced()
    {
        var precious = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "recordings", "utu")).FullName, "letter.txt");
        File.WriteAllText(precious, "kept");
        Assert.Throws<InvalidOperationException>(() => Recorder.Clear(Path.GetDirectoryName(precious)!));
        Assert.True(File.Exists(precious));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Dictionary<string, byte[]> Files(string demo)
    {
        var root = Path.Combine(demo, "recordings");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(root, path), File.ReadAllBytes);
    }
}
