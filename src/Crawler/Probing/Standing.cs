namespace DcCourseIndex.Crawler.Probing;

/// <summary>Which way tells most of a course, the best first.</summary>
internal static class Standing
{
    /// <summary>Made for exchange, with competences of the source's own.</summary>
    public const int MoocHub = 1;
    public const int OpenEdx = 2;
    public const int Moodle = 3;
    public const int Oai = 4;

    /// <summary>Whole by nature, and in schema.org's own terms.</summary>
    public const int DescribedSitemap = 5;
    public const int DescribedPages = 6;

    /// <summary>Posts that announce courses.</summary>
    public const int WordPress = 7;
    public const int Cards = 8;
    public const int Calendar = 9;

    /// <summary>Title and summary alone.</summary>
    public const int PlainSitemap = 10;

    /// <summary>The newest entries alone.</summary>
    public const int Feed = 11;
}
