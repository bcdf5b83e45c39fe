using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Which of the store's courses a document of Lucene is, and the other way round.</summary>
internal static class CourseNumbers
{
    // Lucene's parts of an index never change, so their documents' numbers are read once for each.
    private static readonly ConditionalWeakTable<object, int[]> Numbers = [];

    /// <summary>The courses' numbers by the places of their documents in a part of the index.</summary>
    public static int[] Of(AtomicReader part) => Numbers.GetValue(part.CoreCacheKey, _ =>
    {
        var values = part.GetNumericDocValues(CourseDocument.Number);
        var numbers = new int[part.MaxDoc];
        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = (int)values.Get(at);
        }

        return numbers;
    });

    /// <summary>The part of an index in which a course lives, and its document's place there; null where it has none.</summary>
    public static (AtomicReaderContext Part, int Place)? Find(DirectoryReader reader, int course)
    {
        foreach (var part in reader.Leaves)
        {
            var named = part.AtomicReader.GetTermDocsEnum(CourseDocument.Named(course));
            var live = part.AtomicReader.LiveDocs;
            for (var at = named?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; at != DocIdSetIterator.NO_MORE_DOCS; at = named!.NextDoc())
            {
                if (live?.Get(at) != false)
                {
                    return (part, at);
                }
            }
        }

        return null;
    }
}
