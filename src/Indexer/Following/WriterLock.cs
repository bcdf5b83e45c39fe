using System.Globalization;

namespace DcCourseIndex.Indexer.Following;

/// <summary>Sees to it that one process writes an index: an open file that no second process can open. The system lets go of it when the process ends.</summary>
internal sealed class WriterLock : IDisposable
{
    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <exception cref="InvalidOperationException">Another process writes this index; the message says which.</exception>
    public static WriterLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "writer.lock");
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new InvalidOperationException($"The index in {folder} is being written by {Holder(folder)}. Stop it, or give another data folder.", taken);
        }

        // Beside the lock, because that cannot be read while it is held.
        File.WriteAllText(HolderFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new WriterLock(file);
    }

    public void Dispose() => _file.Dispose();

    private static string HolderFile(string folder) => Path.Combine(folder, "writer.pid");

    private static string Holder(string folder)
    {
        try
        {
            return $"process {File.ReadAllText(HolderFile(folder))}";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
