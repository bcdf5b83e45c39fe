using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Training;

namespace DcCourseIndex.Quality;

/// <summary><c>topics FOLDER</c>: of which competence typed questions speak, each author judged by a model that has not read that author.</summary>
internal static class TopicsCommand
{
    public static int Run(string[] args)
    {
        var line = new CommandLine(args);
        if (line.Files is not [var folder])
        {
            Console.Error.WriteLine("Usage: topics FOLDER [--questions none] [--misses yes]; in the folder are labelled listings (*.jsonl) and questions (questions-AUTHOR.tsv).");
            return 2;
        }

        var (analysis, frameworks, lexicon) = TaggerLoading.LoadParts(line);
        var listings = TaggerLoading.Demand(TrainingFiles.Load(folder, frameworks));
        var questions = TaggerLoading.Demand(QuestionFiles.Load(folder, frameworks));
        var model = TaggerLoading.LoadModel(line, frameworks);
        List<TopicFigures> figures = [];
        foreach (var own in questions.GroupBy(question => question.Author!))
        {
            var others = line.Option("questions") == "none" ? null : new Trainer(analysis, lexicon, frameworks).Train(Trainer.InFewWords(listings, [.. questions.Where(question => question.Author != own.Key)]));
            var tagger = new CompetenceTagger(analysis, lexicon, frameworks, model, others);
            figures.Add(TopicFigures.Of(own.Key, [.. own.Select(question => (question, (IReadOnlyDictionary<string, double>)tagger.Topics(question.Title)))]));
            Console.WriteLine(figures[^1]);
            if (line.Option("misses") is not null)
            {
                figures[^1].Misses.ToList().ForEach(Console.WriteLine);
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(figures.Select(one => new { one.Author, one.Questions, one.First, one.Any, one.SureAnyway })));
        return 0;
    }
}

/// <summary>How well topics were told. Shares: <paramref name="First"/> the first one is a competence of the question, <paramref name="Any"/> one of those told is; <paramref name="SureAnyway"/> a topic is told of what is nothing digital, so surely that a search would answer with it.</summary>
internal sealed record TopicFigures(string Author, int Questions, double First, double Any, double SureAnyway, IReadOnlyList<string> Misses)
{
    // Where the search takes a topic for an answer.
    private const double Sure = 0.75;

    public static TopicFigures Of(string author, IReadOnlyList<(TrainingListing Question, IReadOnlyDictionary<string, double> Topics)> told)
    {
        var digital = told.Where(one => one.Question.Competences.Count > 0).ToList();
        var other = told.Where(one => one.Question.Competences.Count == 0).ToList();
        return new(
            author,
            told.Count,
            Share(digital, one => one.Topics.Count > 0 && one.Question.Competences.Contains(one.Topics.MaxBy(topic => topic.Value).Key)),
            Share(digital, one => one.Topics.Keys.Any(one.Question.Competences.Contains)),
            Share(other, one => one.Topics.Values.Any(confidence => confidence >= Sure)),
            [.. told.Where(one => one.Question.Competences.Count == 0 ? one.Topics.Values.Any(confidence => confidence >= Sure) : !one.Topics.Keys.Any(one.Question.Competences.Contains))
                .Select(one => $"  {string.Join(' ', one.Question.Competences)} | {one.Question.Title} | {string.Join(' ', one.Topics.Select(topic => string.Create(CultureInfo.InvariantCulture, $"{topic.Key}:{topic.Value:0.00}")))}")]);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Author,-20} {Questions,5} questions: first right {First:0.000}, any right {Any:0.000}, of others told surely all the same {SureAnyway:0.000}");

    private static double Share<T>(List<T> all, Func<T, bool> right) => all.Count == 0 ? 0 : (double)all.Count(right) / all.Count;
}
