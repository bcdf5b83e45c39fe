using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Fts5;
using DcCourseIndex.Indexer.Tests.Contract;
using Xunit.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Engines.Fts5;

public sealed class Fts5CourseIndexContract(ITestOutputHelper output) : CourseIndexContract(output)
{
    protected override ICourseIndex OpenForWriting(string folder, TextAnalysis analysis, Frameworks frameworks) =>
        Fts5Engine.Create(analysis, frameworks, TimeProvider.System).OpenIndex(folder);

    protected override ICourseSearcher OpenForReading(string folder, TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>> rings) =>
        Fts5Engine.Create(analysis, frameworks, time, rings).OpenSearcher(folder);
}
