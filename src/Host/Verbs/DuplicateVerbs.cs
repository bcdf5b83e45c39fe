using System.CommandLine;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>duplicates [ID]</c>, <c>join A B</c> and <c>split A</c>: what the catalogue takes for one course, why, and a librarian's correction of it.</summary>
internal static class DuplicateVerbs
{
    public static Command Join() => Verdict(WorkOrder.Join, "Says that courses are one; survives every later run", ArgumentArity.OneOrMore, "Courses by their number in the catalogue");

    public static Command Split() => Verdict(WorkOrder.Split, "Says that a course is none of its cluster; survives every later run", ArgumentArity.OneOrMore, "The course by its number in the catalogue; with --undo also the one it was split from");

    public static Command Duplicates()
    {
        var id = new Argument<string?>("ID") { Description = "Only the cluster of this course", Arity = ArgumentArity.ZeroOrOne };
        var rebuild = new Option<bool>("--rebuild") { Description = "Compares all courses again first" };
        var command = new Command("duplicates", "Lists the courses that several portals offer, and why they are one") { id, rebuild };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed).WithCatalogue();
            var code = parsed.GetValue(rebuild) ? await WorkVerb.RunAsync(installation, new WorkOrder(WorkOrder.Duplicates), ct) : ExitCode.Done;
            if (code == ExitCode.Done)
            {
                await using var services = installation.BuildServices();
                await PrintAsync(services, parsed.GetValue(id), ct);
            }

            return code;
        });
        return command;
    }

    private static Command Verdict(string verb, string description, ArgumentArity arity, string what)
    {
        var courses = new Argument<string[]>("ID") { Description = what, Arity = arity };
        var by = new Option<string?>("--by") { Description = "Who says so; shown beside the course (default: operator)", HelpName = "NAME" };
        var undo = new Option<bool>("--undo") { Description = "Withdraws what was said before" };
        var command = new Command(verb, description) { courses, by, undo };
        command.SetAction((parsed, ct) => WorkVerb.RunAsync(
            Installation.Load(parsed).WithCatalogue(),
            new WorkOrder(verb) { Courses = parsed.GetValue(courses) ?? [], By = parsed.GetValue(by) ?? "operator", Undo = parsed.GetValue(undo) },
            ct));
        return command;
    }

    private static async Task PrintAsync(IServiceProvider services, string? id, CancellationToken ct)
    {
        var clusters = await services.GetRequiredService<ClusterRecords>().ListAsync(id, ct);
        foreach (var cluster in clusters)
        {
            Terminals.Say($"{cluster.Id} ({cluster.Members.Count} offers)");
            foreach (var member in cluster.Members)
            {
                Terminals.Say($"  {member.Id} «{member.Title}» <{member.Url}>");
                foreach (var link in member.Links)
                {
                    Terminals.Say($"    = {link.Other}: {InWords(link)}");
                }
            }
        }

        foreach (var verdict in await services.GetRequiredService<DuplicateVerdicts>().ListAsync(id, ct))
        {
            var withdrawn = verdict.WithdrawnAt is { } at ? $"; withdrawn by {verdict.WithdrawnBy}, {at:yyyy-MM-dd HH:mm} UTC" : "";
            Terminals.Say($"{Wire.Name(verdict.Word)} {verdict.One} {verdict.Other}: said by {verdict.By}, {verdict.At:yyyy-MM-dd HH:mm} UTC{withdrawn}");
        }

        if (clusters.Count == 0)
        {
            Terminals.Note(id is null ? "No two listings are one course." : $"{id} stands alone.");
        }
    }

    private static string InWords(ClusterLink link) => link.Kind switch
    {
        LinkKind.Librarian => $"{link.Detail} says so",
        LinkKind.Address => $"same address {link.Detail}",
        LinkKind.Key => $"same platform key {link.Detail}",
        LinkKind.Announced => $"one announces the other and links {link.Detail}",
        LinkKind.Named => $"one quotes the other's title; the same {link.Detail}",
        _ => $"the same {link.Detail}",
    };
}
