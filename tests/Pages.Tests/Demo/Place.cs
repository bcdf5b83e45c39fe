namespace DcCourseIndex.Pages.Tests.Demo;

/// <summary>Where things lie: the project, the checkers of others, what the tests leave behind.</summary>
internal static class Place
{
    public const string Chromium = "/usr/bin/chromium";

    public static string Root { get; } = FindRoot();

    /// <summary>axe-core, vnu and Lighthouse from npm.</summary>
    public static string Checkers { get; } = Environment.GetEnvironmentVariable("DCCOURSEINDEX_CHECKERS")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "dccourseindex-pages");

    /// <summary>Screenshots, rendered paper and reports.</summary>
    public static string Output { get; } = Directory.CreateDirectory(
        Environment.GetEnvironmentVariable("DCCOURSEINDEX_SHOTS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "output")).FullName;

    public static string Module(params string[] parts) => Path.Combine([Checkers, "node_modules", .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcCourseIndex.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the project's folder.");
    }
}
