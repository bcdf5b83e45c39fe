using DcCourseIndex.Quality;
using DcCourseIndex.Quality.Relevance;

// One command a file; each prints a report for people and, as its last line, one JSON object for machines.
var commands = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["tagging"] = TaggingCommand.Run,
    ["crossvalidate"] = CrossValidateCommand.Start,
    ["fit"] = FitCommand.Run,
    ["duplicates"] = DuplicatesCommand.Run,
    ["duplicate-weights"] = DuplicateWeightsCommand.Run,
    ["relevance"] = RelevanceCommand.Run,
    ["words"] = WordsCommand.Run,
    ["topics"] = TopicsCommand.Run,
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command))
{
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project tests/Quality -- {string.Join('|', commands.Keys)} FILE.jsonl|FOLDER [--dictionary none|auto|PATH]");
    return 2;
}

return command(args[1..]);
