using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>verdicts FILE.ndjson</c>: takes what librarians say of courses; <c>--export</c> writes all of it in the same form, <c>--undo ID</c> withdraws one. Beside a running service too.</summary>
internal static class VerdictsVerb
{
    private const int AtOnce = 200;
    private const int ProblemsShown = 100;

    private static readonly JsonSerializerOptions Strict = new(Wire.Json) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true };

    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "Verdicts, one JSON object a line (docs/curation.md)", Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string?>("--by") { Description = "Who says so where a line does not (default: operator)", HelpName = "NAME" };
        var export = new Option<bool>("--export") { Description = "Writes all verdicts to standard output, withdrawn ones too" };
        var undo = new Option<long?>("--undo") { Description = "Withdraws the verdict with this number", HelpName = "ID" };
        var command = new Command("verdicts", "Takes, lists or withdraws what librarians say of courses") { file, by, export, undo };
        command.SetAction(async (parsed, ct) =>
        {
            var (path, who) = (parsed.GetValue(file), parsed.GetValue(by)?.Trim() is { Length: > 0 } name ? name : "operator");
            if ((path is null ? 0 : 1) + (parsed.GetValue(export) ? 1 : 0) + (parsed.GetValue(undo) is null ? 0 : 1) != 1)
            {
                throw new RefusalException("Name a file of verdicts, or --export, or --undo ID: one of the three.");
            }

            if (path is not null && !File.Exists(path))
            {
                throw new RefusalException($"There is no file {Path.GetFullPath(path)}.");
            }

            await using var services = Installation.Load(parsed, withModel: false).WithCatalogue().BuildServices();
            var ledger = services.GetRequiredService<VerdictLedger>();
            return path is not null ? await TakeAsync(services.GetRequiredService<VerdictTaking>(), path, who, ct)
                : parsed.GetValue(undo) is { } id ? await UndoAsync(ledger, id, who, ct)
                : await ExportAsync(ledger, ct);
        });
        return command;
    }

    private static async Task<int> TakeAsync(VerdictTaking taking, string path, string who, CancellationToken ct)
    {
        var (taken, standing, wrong, number) = (0, 0, 0, 0);
        var batch = new List<(int Line, CourseVerdict Verdict)>(AtOnce);
        using var reader = new StreamReader(path, Encoding.UTF8);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                var verdict = JsonSerializer.Deserialize<CourseVerdict>(line, Strict) ?? throw new JsonException("«null» is no verdict.");
                // What was withdrawn when the file was written has nothing to say.
                if (verdict.WithdrawnAt is null)
                {
                    batch.Add((number, verdict with { Id = 0, By = string.IsNullOrWhiteSpace(verdict.By) ? who : verdict.By }));
                }
            }
            catch (JsonException problem)
            {
                Wrong(number, problem.Message.Contains("could not be mapped", StringComparison.Ordinal) ? $"there is no member {problem.Message.Split('\'')[1]}." : JsonTrouble.Say(problem));
            }

            if (batch.Count == AtOnce)
            {
                await KeepAsync();
            }
        }

        await KeepAsync();
        Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"{taken} verdicts kept, {standing} stood already, {wrong} lines refused"));
        return wrong == 0 ? ExitCode.Done : ExitCode.DoneWithFailures;

        async Task KeepAsync()
        {
            var outcomes = await taking.TakeAsync([.. batch.Select(one => one.Verdict)], wholly: false, ct);
            for (var i = 0; i < outcomes.Count; i++)
            {
                if (outcomes[i].Problem is { } problem)
                {
                    Wrong(batch[i].Line, string.IsNullOrEmpty(outcomes[i].Member) ? problem : $"{outcomes[i].Member}: {problem}");
                }

                (taken, standing) = (taken + (outcomes[i].IsNew ? 1 : 0), standing + (outcomes[i] is { IsNew: false, Problem: null } ? 1 : 0));
            }

            batch.Clear();
        }

        void Wrong(int line, string problem)
        {
            if (wrong++ < ProblemsShown)
            {
                Terminals.Note(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: {problem}"));
            }
        }
    }

    private static async Task<int> UndoAsync(VerdictLedger ledger, long id, string who, CancellationToken ct)
    {
        var verdict = await ledger.WithdrawAsync(id, who, ct) ?? throw new RefusalException(string.Create(CultureInfo.InvariantCulture, $"There is no verdict {id}. «verdicts --export» lists all."));
        Terminals.Note(string.Create(CultureInfo.InvariantCulture, $"Verdict {verdict.Id} on {verdict.Course} is withdrawn ({verdict.WithdrawnBy}, {verdict.WithdrawnAt:yyyy-MM-dd HH:mm} UTC)."));
        return ExitCode.Done;
    }

    private static async Task<int> ExportAsync(VerdictLedger ledger, CancellationToken ct)
    {
        for (var after = 0L; await ledger.ListAsync(new(After: after, Limit: AtOnce), ct) is { Count: > 0 } page; after = page[^1].Id)
        {
            foreach (var verdict in page)
            {
                Terminals.Say(JsonSerializer.Serialize(verdict, Wire.Json));
            }
        }

        return ExitCode.Done;
    }
}
