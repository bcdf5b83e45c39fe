using System.Globalization;
using System.Text;

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
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new WriterLock(file);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new InvalidOperationException($"The index in {folder} is being written by {Holder(path)}. Stop it, or give another data folder.", taken);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return $"process {reader.ReadToEnd()}";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
