using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer.Engines.Fts5;
using DcCourseIndex.Indexer.Engines.Postings;
using DcCourseIndex.Indexer.Tests.Support;

namespace DcCourseIndex.Indexer.Tests.Engines.Postings;

public sealed class SteppedIndexTests
{
    private static readonly string[] Queries =
    [
        "", "безпека", "курс дані", "захист інформація пароль", "\"безпека інтернет\"", "\"безпека курс\"", "\"інтернет безпека\"", "\"курс дані\"", "\"інтернет курс\"", "medi*", "право -авторський", "пошук етика громада банк", "авторське право", "цифрова освіта вчителя",
        "безпке", "online library", "безпека OR захист -дані", "(курс OR пароль) інтернет", "назва:безпека", "4.2", "персональні дані", "як захистити пароль у банку", "невідоме слово дані",
    ];

    private static readonly CompetenceTagger Tagger = new(
        Ground.Analysis, VocabularyFiles.Load(Path.Combine(Ground.Root, "config", "vocabulary"), Ground.Frameworks).Value!, Ground.Frameworks);

    [Theory]
    [InlineData("postings", 11)]
    [InlineData("postings", 12)]
    [InlineData("fts5", 13)]
    public void An_index_updated_step_by_step_answers_as_one_built_at_once(string engine, int seed)
    {
        var random = new Random(seed);
        using var stepped = Open(engine);
        var final = new Dictionary<string, CatalogCourse>();
        for (var step = 0; step < 30; step++)
        {
            // The same numbers come again with other courses.
            var courses = Invented.Many(120, random.Next()).Where(_ => random.Next(6) == 0).ToArray();
            stepped.Put(courses);
            foreach (var course in courses)
            {
                final[course.Course.Id] = course;
            }

            string[] gone = [.. final.Keys.Where(_ => random.Next(25) == 0)];
            stepped.Retire(gone);
            Array.ForEach(gone, id => final.Remove(id));
            stepped.Ids(Queries[step % Queries.Length]);
        }

        using var atOnce = Open(engine);
        atOnce.Put([.. final.Values.OrderBy(_ => random.Next())]);

        foreach (var text in Queries)
        {
            Assert.Equal(Answer(atOnce, text), Answer(stepped, text));
        }
    }

    private static string Answer(OpenIndex open, string text)
    {
        var answer = open.Searcher.Search(new CourseQuery { Text = text, Limit = 100 });
        return $"«{text}» {answer.Total} {answer.Confident} {answer.Suggestion?.Query}\n" + string.Join('\n', answer.Hits.Select(hit => $"{hit.Course.Course.Id} {hit.Score:R}"));
    }

    private static OpenIndex Open(string engine) => engine == "fts5"
        ? new(
            folder => Fts5Engine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System).OpenIndex(folder),
            (folder, time) => Fts5Engine.Create(Ground.Analysis, Ground.Frameworks, time, Ground.Rings).OpenSearcher(folder))
        : new(
            folder => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, TimeProvider.System).OpenIndex(folder),
            (folder, time) => PostingsEngine.Create(Ground.Analysis, Ground.Frameworks, time, Ground.Rings, () => Tagger).OpenSearcher(folder));
}
