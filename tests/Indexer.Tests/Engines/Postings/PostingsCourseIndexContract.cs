using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Tests.Contract;
using Xunit.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class PostingsCourseIndexContract(ITestOutputHelper output) : CourseIndexContract(output)
{
    protected override ICourseIndex OpenForWriting(string folder, TextAnalysis analysis, Frameworks frameworks) =>
        PostingsEngine.Create(analysis, frameworks, TimeProvider.System).OpenIndex(folder);

    protected override ICourseSearcher OpenForReading(string folder, TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>> rings) =>
        PostingsEngine.Create(analysis, frameworks, time, rings).OpenSearcher(folder);
}
