using System.CommandLine;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>links [SOURCE…]</c>: looks at the courses' addresses that are due, or at all of them, and says what became of them.</summary>
internal static class LinksVerb
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "Sources whose links are checked; none: all", Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = "Also links that are not due" };
        var command = new Command("links", "Checks now whether the courses' addresses answer") { sources, all };
        command.SetAction((parsed, ct) => WorkVerb.RunAsync(
            WithContact(Installation.Load(parsed).WithCatalogue()),
            new WorkOrder(WorkOrder.Links) { Sources = parsed.GetValue(sources) ?? [], All = parsed.GetValue(all) },
            ct));
        return command;
    }

    private static Installation WithContact(Installation installation) => installation.Settings.Contact is null
        ? throw new RefusalException("No contact is set, so no portal is asked. Write an e-mail address or web page as «contact» into dccourseindex.yml.")
        : installation;
}
