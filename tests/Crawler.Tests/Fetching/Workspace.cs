namespace DcCourseIndex.Crawler.Tests;

/// <summary>Finds the folders of the working copy that tests read, from where the test runs.</summary>
internal static class Workspace
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A folder under the captures of real servers, or null where they are not on this machine.</summary>
    public static string? Captures(string folder)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "captures", folder));
        return Directory.Exists(path) ? path : null;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcCourseIndex.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("No folder above the tests holds DcCourseIndex.sln.");
    }
}
