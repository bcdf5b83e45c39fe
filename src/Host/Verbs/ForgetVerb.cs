using System.CommandLine;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Work;
using DcCourseIndex.Host.Composition;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>forget ID|NAME</c>: takes a course or a person's name out of everything that is kept, and keeps it out.</summary>
internal static class ForgetVerb
{
    public static Command Create()
    {
        var what = new Argument<string>("ID|NAME") { Description = "A course by its id (source.key), or a person by first name and surname in quotes" };
        var command = new Command("forget", "Purges a course or a person's name, now and from every later harvest") { what };
        command.SetAction((parsed, ct) =>
        {
            var text = parsed.GetRequiredValue(what).Trim();
            // Only the digest is handed on: a request row or a log line must not keep the name.
            var entry = CourseId.IsWellFormed(text) ? Forgotten.Course(text) : Forgotten.Person(text)
                ?? throw new RefusalException("This is neither the id of a course (source.key) nor a name of at least two words. Write first name and surname in quotes.");
            return WorkVerb.RunAsync(Installation.Load(parsed), new WorkOrder(WorkOrder.Forget) { Forgotten = entry }, ct);
        });
        return command;
    }
}
