using System.CommandLine;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Roles;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>run [--roles …]</c>: the service.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var roles = new Option<string>("--roles") { Description = $"Roles of this process: {string.Join(", ", Wire.All<Role>())}, with commas", HelpName = "ROLES", DefaultValueFactory = _ => string.Join(',', Wire.All<Role>()) };
        var urls = UrlsOption();
        var command = new Command("run", "Runs the service (the default verb)") { roles, urls };
        command.SetAction((parsed, ct) => Service.RunAsync(Installation.Load(parsed), RolesOf(parsed.GetRequiredValue(roles)), ListeningOn(parsed.GetRequiredValue(urls)), ct));
        return command;
    }

    internal static Option<string> UrlsOption() =>
        new("--urls") { Description = "Addresses to listen on, with semicolons", HelpName = "URLS", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    internal static string ListeningOn(string urls) =>
        urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } all
            && all.All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? urls
            : throw new RefusalException($"--urls {urls}: these are not http or https addresses such as http://127.0.0.1:5080.");

    private static Role[] RolesOf(string words)
    {
        var names = words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = names.Where(name => !Wire.TryParse<Role>(name, out _)).ToList();
        return names.Length == 0 || unknown.Count > 0
            ? throw new RefusalException($"--roles: {(names.Length == 0 ? "nothing" : string.Join(", ", unknown))} is no role; there are {string.Join(", ", Wire.All<Role>())}, joined with commas.")
            : [.. names.Distinct(StringComparer.Ordinal).Select(name => Wire.TryParse<Role>(name, out var role) ? role : default)];
    }
}
