using System.CommandLine;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>accept RUN</c> and <c>discard RUN</c>: the operator's word on a held run.</summary>
internal static class RunVerdictVerbs
{
    public static Command Accept() => Create(WorkOrder.Accept, "Promotes a held run: its courses enter the catalogue");

    public static Command Discard() => Create(WorkOrder.Discard, "Drops a held run");

    private static Command Create(string verb, string description)
    {
        var run = new Argument<long>("RUN") { Description = "Number of the held run, as «status» lists it" };
        var command = new Command(verb, description) { run };
        command.SetAction((parsed, ct) => WorkVerb.RunAsync(Installation.Load(parsed), new WorkOrder(verb) { Run = parsed.GetValue(run) }, ct));
        return command;
    }
}
