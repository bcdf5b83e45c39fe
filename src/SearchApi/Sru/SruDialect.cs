namespace DcCourseIndex.SearchApi.Sru;

/// <summary>What differs between the versions of SRU: the namespaces, and how the packing of a record is called.</summary>
internal sealed record SruDialect(string Version, string Namespace, string Diagnostics, string Packing)
{
    public const string Highest = "2.0";

    public static readonly SruDialect Older = new("1.2", "http://www.loc.gov/zing/srw/", "http://www.loc.gov/zing/srw/diagnostic/", "recordPacking");
    public static readonly SruDialect Newer = new(Highest, "http://docs.oasis-open.org/ns/search-ws/sruResponse", "http://docs.oasis-open.org/ns/search-ws/diagnostic", "recordXMLEscaping");

    /// <summary>The dialect of a stated version; 1.1 differs from 1.2 in nothing that is written here. Null for one that is not spoken.</summary>
    public static SruDialect? Of(string version) => version switch { "1.1" => Older with { Version = "1.1" }, "1.2" => Older, "2.0" => Newer, _ => null };
}
