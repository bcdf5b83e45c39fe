using System.CommandLine;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Roles;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>demo</c>: the service over the recorded, invented portals of <c>config/demo</c>; needs no network.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var urls = RunVerb.UrlsOption();
        var command = new Command("demo", "Runs the service over recorded, invented portals; no network needed") { urls };
        command.SetAction((parsed, ct) => Service.RunAsync(Installation.Load(parsed, demo: true), [Role.Crawl, Role.Index, Role.Search], RunVerb.ListeningOn(parsed.GetRequiredValue(urls)), ct));
        return command;
    }
}
