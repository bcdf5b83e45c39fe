namespace DcCourseIndex.Crawler.Probing;

/// <summary>The addresses of a site that lie below one folder, such as <c>/courses/</c>.</summary>
internal sealed record CoursePath(string Folder, IReadOnlyList<Uri> Addresses)
{
    /// <summary>As a source file names them.</summary>
    public string Pattern => Uri.UnescapeDataString(Folder) + "*";
}

/// <summary>Finds the folder of a site below which its courses lie. Pure.</summary>
internal static class CoursePaths
{
    /// <summary>The folder named after courses with most pages in it; null where there is none with at least <paramref name="least"/>.</summary>
    public static CoursePath? Find(IEnumerable<Uri> addresses, int least = 1) => addresses
        .SelectMany(address => Folders(address.AbsolutePath).Select(folder => (Folder: folder, Address: address)))
        .Where(one => CourseWords.InPath(one.Folder))
        .GroupBy(one => one.Folder, one => one.Address, StringComparer.Ordinal)
        .Select(group => new CoursePath(group.Key, [.. group.DistinctBy(address => address.AbsolutePath.TrimEnd('/'))]))
        .Where(path => path.Addresses.Count >= least)
        .OrderByDescending(path => path.Addresses.Count).ThenByDescending(path => path.Folder.Length)
        .FirstOrDefault();

    // «/a/b/c» lies in «/a/» and «/a/b/»; a page is not in the folder of its own name.
    private static IEnumerable<string> Folders(string path)
    {
        var whole = path.TrimEnd('/');
        for (var end = whole.Length == 0 ? -1 : whole.IndexOf('/', 1); end > 0; end = whole.IndexOf('/', end + 1)) yield return whole[..(end + 1)];
    }
}
