using System.CommandLine;
using System.Text;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using DcCourseIndex.SearchApi.Classify;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>classify [FILE.ndjson]</c>: DigComp tags for lines of listings, in the same order; needs no store.</summary>
internal static class ClassifyVerb
{
    private const int LinesABatch = 2000;

    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "Listings, one JSON object a line; none: standard input", Arity = ArgumentArity.ZeroOrOne };
        var framework = new Option<string?>("--framework") { Description = "In whose codes to answer where a line does not say (default: digcomp-2.2)", HelpName = "ID" };
        var command = new Command("classify", "Tags listings with DigComp competences") { file, framework };
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetValue(file);
            if (path is not null && !File.Exists(path))
            {
                throw new RefusalException($"There is no file {Path.GetFullPath(path)}.");
            }

            var installation = Installation.Load(parsed);
            var codes = parsed.GetValue(framework);
            if (codes is not null && installation.Frameworks.Find(codes) is null)
            {
                throw new RefusalException($"--framework {codes}: there are {string.Join(", ", installation.Frameworks.All.Select(known => known.Id))}.");
            }

            await using var services = installation.BuildServices();
            using var input = path is null ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(path, Encoding.UTF8);
            return await ClassifyAsync(services.GetRequiredService<ListingClassifier>(), input, Console.Out, codes, ct);
        });
        return command;
    }

    private static async Task<int> ClassifyAsync(ListingClassifier classifier, TextReader input, TextWriter output, string? framework, CancellationToken ct)
    {
        var (number, broken) = (0, 0);
        while (await LinesAsync(input, ct) is { Count: > 0 } lines)
        {
            var answers = new (string? Answer, string? Problem)[lines.Count];
            Parallel.For(0, lines.Count, i => answers[i] = string.IsNullOrWhiteSpace(lines[i]) ? default : classifier.ClassifyLine(lines[i], framework));
            foreach (var (answer, problem) in answers)
            {
                number++;
                if (problem is not null)
                {
                    broken++;
                    Terminals.Note($"line {number}: {problem}");
                }

                // A broken line keeps its place, so that input and output can be read side by side.
                if (answer is not null || problem is not null)
                {
                    await output.WriteLineAsync((answer ?? JsonSerializer.Serialize(new { error = problem, line = number }, Wire.Json)).AsMemory(), ct);
                }
            }
        }

        return broken > 0 ? ExitCode.DoneWithFailures : ExitCode.Done;
    }

    private static async Task<List<string>> LinesAsync(TextReader input, CancellationToken ct)
    {
        var lines = new List<string>(LinesABatch);
        while (lines.Count < LinesABatch && await input.ReadLineAsync(ct) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }
}
