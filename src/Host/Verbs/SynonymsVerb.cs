using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Following;
using DcCourseIndex.SearchApi.Desk;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>synonyms --try FILE</c>: how queries are answered before and after an edited file of synonyms, without putting it in force.</summary>
internal static class SynonymsVerb
{
    private const int Most = 1000;

    public static Command Create()
    {
        var file = new Option<string>("--try") { Description = "A file of rings in the form of rings.tsv, or of themes where its name begins with themes-; it stands for the one of the same name in config/vocabulary, or beside those that are there", HelpName = "FILE", Required = true };
        var queries = new Option<string?>("--queries") { Description = "Queries to try, one a line (default: the most asked ones on record)", HelpName = "FILE" };
        var top = new Option<int>("--top") { Description = "How many queries at most (1 to 1000)", HelpName = "N", DefaultValueFactory = _ => 100 };
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var command = new Command("synonyms", "Shows what an edited file of synonyms would change for the most asked queries") { file, queries, top, json };
        command.SetAction(async (parsed, ct) =>
        {
            var limit = parsed.GetValue(top) is >= 1 and <= Most and var number ? number : throw new RefusalException($"--top is a number from 1 to {Most}.");
            var installation = Installation.Load(parsed).WithCatalogue();
            await using var services = installation.BuildServices();
            var words = QueryWordFiles.Load(installation.VocabularyFolder, Path.GetFullPath(parsed.GetRequiredValue(file)));
            var asked = await AskedAsync(services, parsed.GetValue(queries), limit, ct);
            var changes = Compare(installation, services, words.Value ?? throw new RefusalException(words.Problems), asked);
            if (parsed.GetValue(json))
            {
                Terminals.Say(JsonSerializer.Serialize(new { queries = asked.Count, changed = changes }, Wire.Json));
            }
            else
            {
                Print(changes, asked.Count);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> AskedAsync(ServiceProvider services, string? file, int limit, CancellationToken ct)
    {
        if (file is null)
        {
            var known = await services.GetRequiredService<QueryLedger>().ListAsync(QueryOrder.Top, DateOnly.MinValue, limit, ct);
            return known.Count > 0 ? [.. known.Select(query => query.Text)] : throw new RefusalException("No query is on record yet. Name a file with queries, one a line: --queries FILE.");
        }

        try
        {
            return [.. (await File.ReadAllLinesAsync(file, ct)).Select(line => line.Trim()).Where(line => line.Length > 0).Take(limit)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"--queries {file}: {failure.Message}");
        }
    }

    private static IReadOnlyList<ChangedAnswer> Compare(Installation installation, ServiceProvider services, QueryWords words, IReadOnlyList<string> asked)
    {
        using var before = services.SearcherWith(installation, installation.Lexicon.QueryWords);
        if (before.Position == IndexPosition.Nothing)
        {
            throw new RefusalException($"There is no index in {services.GetRequiredService<IndexFolder>().Path}. Run the service, or «reindex», and try again.");
        }

        using var after = services.SearcherWith(installation, words);
        return SynonymTrial.Compare(before, after, asked);
    }

    private static void Print(IReadOnlyList<ChangedAnswer> changes, int asked)
    {
        if (changes.Count > 0)
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("query", "before", "first before", "after", "first after");
            foreach (var change in changes)
            {
                table.AddRow([.. new[] { change.Query, Number(change.Before), string.Join("; ", change.Before.First), Number(change.After), string.Join("; ", change.After.First) }.Select(cell => new Text(cell))]);
            }

            Terminals.Data.Write(table);
        }

        Terminals.Note(string.Create(CultureInfo.InvariantCulture, $"{changes.Count} of {asked} queries are answered otherwise."));
    }

    private static string Number(FoundCourses found) => found.Total.ToString(CultureInfo.InvariantCulture) + (found.Confident ? "" : "?");
}
