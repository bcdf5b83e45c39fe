using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Engines.Lucene;
using DcCourseIndex.Indexer.Tests.Contract;
using Xunit.Abstractions;

namespace DcCourseIndex.Indexer.Tests.Engines.Lucene;

public sealed class LuceneCourseIndexContract(ITestOutputHelper output) : CourseIndexContract(output)
{
    protected override ICourseIndex OpenForWriting(string folder, TextAnalysis analysis, Frameworks frameworks) =>
        LuceneEngine.Create(analysis, frameworks, TimeProvider.System, new Synonyms(new([], []))).OpenIndex(folder);

    protected override ICourseSearcher OpenForReading(string folder, TextAnalysis analysis, Frameworks frameworks, TimeProvider time, IReadOnlyList<IReadOnlyList<string>> rings) =>
        LuceneEngine.Create(analysis, frameworks, time, new Synonyms(new(rings, []))).OpenSearcher(folder);
}
