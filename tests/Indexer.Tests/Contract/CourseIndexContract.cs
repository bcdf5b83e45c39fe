using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Tests.Support;
using Xunit.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Contract;

/// <summary>What every search engine keeps to; an engine derives from it and says how its two sides are opened on a folder.</summary>
public abstract partial class CourseIndexContract(ITestOutputHelper output)
{
    protected ITestOutputHelper Output => output;

    protected abstract ICourseIndex OpenForWriting(string folder, TextAnalysis analysis, Frameworks frameworks);

    protected abstract ICourseSearcher OpenForReading(string folder, TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>> rings);

    protected OpenIndex Open() => new(Index, Searcher);

    /// <summary>An index that finds what was typed and nothing that means the same.</summary>
    protected OpenIndex Open(IReadOnlyList<IReadOnlyList<string>> rings) => new(Index, (folder, time) => OpenForReading(folder, Ground.Analysis, Ground.Frameworks, time, rings));

    private ICourseIndex Index(string folder) => OpenForWriting(folder, Ground.Analysis, Ground.Frameworks);

    private ICourseSearcher Searcher(string folder, TimeProvider time) => OpenForReading(folder, Ground.Analysis, Ground.Frameworks, time, Ground.Rings);

    private static Dictionary<Facet, IReadOnlyList<string>> Filter(params (Facet Facet, string[] Values)[] filters) =>
        filters.ToDictionary(filter => filter.Facet, filter => (IReadOnlyList<string>)filter.Values);
}
