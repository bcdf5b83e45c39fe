using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>Which parameters the addresses about courses take.</summary>
internal sealed class CourseParameters
{
    public CourseParameters(Frameworks frameworks)
    {
        var framework = KnownParameters.Framework(frameworks);
        var filters = Enum.GetValues<Facet>().Select(KnownParameters.Of);
        Search = new(
        [
            KnownParameters.Text, .. filters, framework, KnownParameters.Language, KnownParameters.Sort, KnownParameters.Limit,
            KnownParameters.Cursor, KnownParameters.Fields, KnownParameters.Collapse, KnownParameters.Explain, KnownParameters.Format,
        ]);
        Page = new([.. Search.All.Except([KnownParameters.Fields, KnownParameters.Collapse, KnownParameters.Explain, KnownParameters.Format])]);
        Feed = new([KnownParameters.Text, .. filters, framework, KnownParameters.Language, KnownParameters.Sort with { Default = null }, KnownParameters.Limit, KnownParameters.Collapse, KnownParameters.FeedFormat]);
        List = new([KnownParameters.Text, .. filters, KnownParameters.Language, KnownParameters.Limit, KnownParameters.ListCursor]);
        One = new([framework, KnownParameters.Language, KnownParameters.Fields, KnownParameters.Format]);
        Similar = new([framework, KnownParameters.Language, KnownParameters.Limit, KnownParameters.Fields]);
        Competences = new([framework, KnownParameters.Language]);
    }

    /// <summary>Of the search.</summary>
    public ParameterSet Search { get; }

    /// <summary>Of the search page: what a person can ask for.</summary>
    public ParameterSet Page { get; }

    /// <summary>Of a search that is followed.</summary>
    public ParameterSet Feed { get; }

    /// <summary>Of a list that other programs read page by page.</summary>
    public ParameterSet List { get; }
    public ParameterSet One { get; }
    public ParameterSet Similar { get; }
    public ParameterSet Competences { get; }
}
