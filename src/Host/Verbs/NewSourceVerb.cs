using System.CommandLine;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Probing;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>new-source ADDRESS</c>: asks a portal by every interface, says what each answered, and writes the best source file; the catalogue is not touched.</summary>
internal static class NewSourceVerb
{
    public static Command Create()
    {
        var address = new Argument<string>("ADDRESS") { Description = "Address of the portal, or of a page, feed or interface of it" };
        var name = new Option<string?>("--name") { Description = "Name of the source (default: made from the host)", HelpName = "NAME" };
        var write = new Option<bool>("--write") { Description = "Write config/sources/NAME.yml instead of standard output" };
        var enable = new Option<bool>("--enable") { Description = "Harvest the portal from the next night on" };
        var contact = new Option<string?>("--contact") { Description = "Where the portal's owner reaches you, if the settings do not say", HelpName = "ADDRESS" };
        var own = new Option<bool>("--allow-private-address") { Description = "The portal lies in the library's own network" };
        var command = new Command("new-source", "Finds out how a portal can be harvested and writes its source file") { address, name, write, enable, contact, own };
        command.SetAction(async (parsed, ct) =>
        {
            var installation = Installation.Load(parsed);
            var wish = Wish(parsed.GetRequiredValue(address)) with { Name = parsed.GetValue(name), Enable = parsed.GetValue(enable), AllowPrivateAddress = parsed.GetValue(own) };
            if (wish.Name is { } given && !ProbeWish.IsName(given))
            {
                throw new RefusalException($"--name «{given}» becomes part of course ids: 2 to 40 of a–z, 0–9 and hyphen.");
            }

            var folder = parsed.GetValue(write) ? Path.Combine(installation.ConfigFolder, "sources") : null;
            if (folder is not null && wish.Name is not null && Path.Combine(folder, $"{wish.Name}.yml") is var taken && File.Exists(taken))
            {
                // Nobody is asked for what would not be written.
                throw Taken(taken);
            }

            await using var services = installation.BuildServices();
            var settings = new FetchSettings { Contact = parsed.GetValue(contact) ?? installation.Settings.Contact };
            // A catalogue in a file shares no gates, and a look at a portal shall not make one.
            var harvest = installation.Catalogue.Connection is null
                ? new PageFetchers(settings, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILoggerFactory>())
                : services.GetRequiredService<PageFetchers>();
            var probe = new AddressProbe(harvest, settings, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IReadOnlyDictionary<string, ICoursePlatform>>());
            return Tell(await probe.LookAsync(wish, ct), folder, installation.Sources);
        });
        return command;
    }

    private static ProbeWish Wish(string text) => ProbeWish.Of(text)
        ?? throw new RefusalException($"«{SafeAddress.Of(text)}» is no address of a portal; write it as a browser shows it, without name and password, such as https://portal.example.edu.ua.");

    private static int Tell(ProbeReport report, string? folder, IReadOnlyList<SourceDefinition> known)
    {
        ProbeTable.Print(report);
        if (report.FileText is not { } text)
        {
            Terminals.Note(report.Refusal!);
            return ExitCode.DoneWithFailures;
        }

        foreach (var other in known.Where(source => source.Address is { } address && address.Authority == report.Best!.Draft!.Address.Authority))
        {
            Terminals.Note($"The source «{other.Name}» reads the same host already; correct its file rather than keep two.");
        }

        if (folder is null)
        {
            Console.Out.Write(text);
            return ExitCode.Done;
        }

        return Write(Path.Combine(folder, $"{report.Name}.yml"), text);
    }

    private static RefusalException Taken(string path) =>
        new($"{path}: there is such a file already, and it is not overwritten. Leave --write out and compare, or give another --name.");

    private static int Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw Taken(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be written ({failure.Message}); leave --write out and save standard output by hand.");
        }

        Terminals.Note($"Written: {path}. A running service reads it at its next start.");
        return ExitCode.Done;
    }
}
