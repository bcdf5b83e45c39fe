using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms;

/// <summary>Addresses below the root of a portal, which may itself lie in a folder («https://example.edu.ua/moodle»).</summary>
internal static class SourceAddress
{
    /// <summary>What is wrong with a source file that a platform must ask over HTTP.</summary>
    public static IEnumerable<ConfigProblem> Check(SourceDefinition source)
    {
        if (source.Enabled && source.Address is null)
        {
            yield return new ConfigProblem(source.File, null, $"`address:` is missing; write the root address of the portal, or `enabled: false`.");
        }
    }

    /// <summary>The address of <paramref name="path"/> («course/index.php?categoryid=2») below the portal's root.</summary>
    public static Uri At(this SourceDefinition source, string path)
    {
        var root = source.Address
            ?? throw new ListingUnreliableException($"{source.Name}: the source has no address; set `address:` in its file.");
        return Below(root, path);
    }

    /// <summary>The address of <paramref name="path"/> below any root, which may lie in a folder.</summary>
    public static Uri Below(Uri root, string path) => new($"{root.AbsoluteUri.TrimEnd('/')}/{path}");

    /// <summary>The address itself, of platforms that read one document and no tree of pages.</summary>
    public static Uri Document(this SourceDefinition source) => source.Address
        ?? throw new ListingUnreliableException($"{source.Name}: the source has no address; set `address:` in its file.");

    /// <summary>Whether an address lies on the portal's own host, so that a listing cannot send us elsewhere.</summary>
    public static bool Owns(this SourceDefinition source, Uri address) =>
        source.Address is { } root
        && address.Scheme is "http" or "https"
        && string.Equals(root.Host, address.Host, StringComparison.OrdinalIgnoreCase)
        && (root.Port == address.Port || (root.IsDefaultPort && address.IsDefaultPort));
}
