namespace DcCourseIndex.Benchmarks.Crawl;

/// <summary>Finds folders of the working copy from where the program runs.</summary>
internal static class Repository
{
    public static string Folder(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcCourseIndex.sln"))) folder = folder.Parent;
        return Path.Combine([folder?.FullName ?? throw new InvalidOperationException("No folder above the program holds DcCourseIndex.sln."), .. path]);
    }
}
