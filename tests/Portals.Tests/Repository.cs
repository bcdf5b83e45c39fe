namespace DcCourseIndex.Portals.Tests;

/// <summary>Where the files of the repository are.</summary>
internal static class Repository
{
    public static string Demo { get; } = Path.Combine(Root(), "config", "demo");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcCourseIndex.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds DcCourseIndex.sln.");
    }
}
