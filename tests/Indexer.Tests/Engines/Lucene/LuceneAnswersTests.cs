using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer.Engines.Lucene;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Engines.Lucene;

public sealed class LuceneAnswersTests
{
    private static readonly string[] Queries =
    [
        "", "безпека", "курс дані", "захист інформація пароль", "\"безпека інтернет\"", "\"інтернет безпека\"", "\"курс дані\"", "medi*", "право -авторський", "-безпека", "пошук етика громада банк", "авторське право",
        "цифрова освіта вчителя", "безпке", "online library", "безпека OR захист -дані", "(курс OR пароль) інтернет", "назва:безпека", "4.2", "персональні дані", "як захистити пароль у банку", "невідоме слово дані", "зовсім нічого",
    ];

    private static readonly CompetenceTagger Tagger = new(
        Ground.Analysis, VocabularyFiles.Load(Path.Combine(Ground.Root, "config", "vocabulary"), Ground.Frameworks).Value!, Ground.Frameworks);

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public void Lucene_and_the_postings_give_the_same_answers_whatever_came_and_went(int seed)
    {
        var random = new Random(seed);
        var rings = new Synonyms(new(Ground.Rings, []));
        using var lucene = Open(folder => LuceneEngine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System, rings).OpenIndex(folder), folder => LuceneEngine.Create(Ground.Analysis, Ground.Frameworks, new ManualClock(), rings, () => Tagger).OpenSearcher(folder));
        using var postings = Open(folder => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System, rings).OpenIndex(folder), folder => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, new ManualClock(), rings, () => Tagger).OpenSearcher(folder));
        for (var step = 0; step < 12; step++)
        {
            var courses = Invented.Many(150, random.Next()).Where(_ => random.Next(3) == 0).ToArray();
            string[] gone = [.. courses.Where(_ => random.Next(5) == 0).Select(course => course.Course.Id)];
            foreach (var open in new[] { lucene, postings })
            {
                open.Put(courses);
                open.Retire(gone);
            }

            if (step % 4 == 3)
            {
                lucene.Index.Optimise();
            }

            foreach (var text in Queries)
            {
                Assert.Equal(Answer(postings.Searcher, text), Answer(lucene.Searcher, text));
            }
        }

        foreach (var id in postings.Ids("").Take(30))
        {
            Assert.Equal(Near(postings.Searcher, id), Near(lucene.Searcher, id));
        }

        Assert.Equal(postings.Searcher.Suggest("б", 20), lucene.Searcher.Suggest("б", 20));
    }

    private static OpenIndex Open(Func<string, ICourseIndex> index, Func<string, ICourseSearcher> searcher) => new(index, (folder, _) => searcher(folder));

    private static string Answer(ICourseSearcher searcher, string text)
    {
        var answer = searcher.Search(new CourseQuery { Text = text, Limit = 100, Explain = true });
        return $"«{text}» {answer.Total} {answer.Confident} {answer.Suggestion}\n{string.Join(' ', answer.Facets.OrderBy(facet => facet.Key).Select(facet => $"{facet.Key}: {string.Join(' ', facet.Value)}"))}\n"
            + string.Join('\n', answer.Hits.Select(hit => $"{hit.Course.Course.Id} {hit.Score:0.000} {hit.Explanation} {string.Join('|', hit.Highlights.Values)}"));
    }

    private static string Near(ICourseSearcher searcher, string id) =>
        $"{id}: " + string.Join(' ', searcher.Similar(id, 10)!.Select(hit => $"{hit.Course.Course.Id} {hit.Score:0.0000}"));
}
