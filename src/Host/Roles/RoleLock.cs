using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Host.Roles;

/// <summary>Who holds a role, for the message to whoever comes second. Times are UTC.</summary>
public sealed record RoleHolder(int Process, string Machine, DateTimeOffset Since)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"process {Process} on {Machine} since {Since:yyyy-MM-dd HH:mm:ss} UTC");
}

/// <summary>
/// The right to one role on one data folder. The operating system takes it back when the process ends, however it ends;
/// who holds it stands in a file beside the lock.
/// </summary>
public sealed class RoleLock : IDisposable
{
    private readonly FileStream held;

    private RoleLock(FileStream held) => this.held = held;

    /// <summary>Takes the role, or says who has it: exactly one of the two is null.</summary>
    public static (RoleLock? Lock, RoleHolder? Holder) TryTake(string dataFolder, Role role, TimeProvider clock)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "roles")).FullName;
        var name = Path.Combine(folder, Wire.Name(role));
        try
        {
            var held = new FileStream(name + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var holder = new RoleHolder(Environment.ProcessId, Environment.MachineName, clock.GetUtcNow());
            File.WriteAllText(name + ".json", JsonSerializer.Serialize(holder, Wire.Json));
            return (new RoleLock(held), null);
        }
        catch (IOException) when (File.Exists(name + ".lock"))
        {
            return (null, ReadHolder(name + ".json"));
        }
    }

    public void Dispose() => held.Dispose();

    private static RoleHolder ReadHolder(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<RoleHolder>(File.ReadAllText(file), Wire.Json) ?? Unknown;
        }
        catch (Exception notReadable) when (notReadable is IOException or JsonException)
        {
            return Unknown;
        }
    }

    private static RoleHolder Unknown => new(0, "an unknown machine", DateTimeOffset.UnixEpoch);
}
