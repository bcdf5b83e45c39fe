using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Engines.Store;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace DcCourseIndex.Indexer.Engines.Lucene;

/// <summary>Finds the courses in which words stand next to each other and in order, any of the tokens of each place.</summary>
internal sealed class PhraseWalk
{
    private readonly Weight _weight;

    public PhraseWalk(IndexSearcher searcher, int[][] places)
    {
        var phrase = new MultiPhraseQuery();
        foreach (var place in places)
        {
            phrase.Add(Array.ConvertAll(place, token => new Term(CourseDocument.Text, TermText.Of(token))));
        }

        _weight = searcher.CreateNormalizedWeight(phrase);
    }

    /// <summary>Adds the courses that have the phrase, of those that a board wants; of the others no place is read.</summary>
    public void AddTo(DocSet courses, AtomicReaderContext part, ScoreBoard board)
    {
        var numbers = CourseNumbers.Of(part.AtomicReader);
        if (_weight.GetScorer(part, new WantedDocuments(part.AtomicReader.LiveDocs, numbers, board)) is { } scorer)
        {
            for (var at = scorer.NextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = scorer.NextDoc())
            {
                courses.Add(numbers[at]);
            }
        }
    }

    /// <summary>Whether one living document has the phrase.</summary>
    public bool IsIn(AtomicReaderContext part, int place) => _weight.GetScorer(part, part.AtomicReader.LiveDocs)?.Advance(place) == place;

    private sealed class WantedDocuments(IBits? living, int[] numbers, ScoreBoard board) : IBits
    {
        public int Length => numbers.Length;

        public bool Get(int index) => board.Wants(numbers[index]) && living?.Get(index) != false;
    }
}
