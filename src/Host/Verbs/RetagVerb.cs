using System.CommandLine;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>retag</c>: normalises and tags every course again from its kept raw listing, without asking any portal.</summary>
internal static class RetagVerb
{
    public static Command Create()
    {
        var source = new Argument<string?>("SOURCE") { Description = "Only this source", Arity = ArgumentArity.ZeroOrOne };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would change and writes nothing" };
        var command = new Command("retag", "Tags all courses again from their raw listings") { source, dryRun };
        command.SetAction((parsed, ct) => WorkVerb.RunAsync(
            Installation.Load(parsed),
            new WorkOrder(WorkOrder.Retag) { Sources = parsed.GetValue(source) is { } name ? [name] : [], DryRun = parsed.GetValue(dryRun) },
            ct));
        return command;
    }
}
