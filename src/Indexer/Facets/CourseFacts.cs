using System.Runtime.CompilerServices;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>The code of each facet column of one course.</summary>
[InlineArray(FacetKeys.Columns)]
internal struct FacetCodes
{
    private int _first;
}

/// <summary>What filters, counts and orders need of one course, on its way into a table. Without an id there is no course any more.</summary>
internal struct CourseFacts
{
    public string? Id;
    public FacetCodes Codes;

    /// <summary>Minutes of work; <see cref="int.MaxValue"/> where unknown.</summary>
    public int Minutes;

    /// <summary>The number of the cluster; 0 where the course stands alone.</summary>
    public int Cluster;

    /// <summary>Which offer stands for its cluster: see <see cref="OfferRank"/>.</summary>
    public int Rank;

    /// <summary>Unix time in seconds.</summary>
    public long FirstSeen;

    /// <summary>Unix time in seconds, as of the course's revision: an active course may have been seen since.</summary>
    public long LastSeen;

    /// <summary>Unix time in seconds.</summary>
    public long LastChanged;

    /// <summary>The token of each word of the title, in order.</summary>
    public int[]? Title;
}
