using System.CommandLine;
using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Host.Composition;
using DcCourseIndex.Host.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace DcCourseIndex.Host.Verbs;

/// <summary><c>keys add|list|revoke</c>: who may write through the API. A running service heeds both within seconds.</summary>
internal static class KeysVerb
{
    public static Command Create() => new("keys", "Makes, lists and revokes the keys to the API") { Add(), List(), Revoke() };

    private static Command Add()
    {
        var scope = new Option<string[]>("--scope") { Description = "What it opens: read, curate, operate; several with commas", HelpName = "SCOPE[,SCOPE]", Required = true, AllowMultipleArgumentsPerToken = true };
        var name = new Option<string>("--name") { Description = "Who holds it, as it shall stand beside verdicts", HelpName = "NAME", Required = true };
        var rate = new Option<string?>("--rate") { Description = "Requests a minute, or none for no limit (default: as anybody)", HelpName = "N|none" };
        var command = new Command("add", "Makes a key and shows it, once") { scope, name, rate };
        command.SetAction(async (parsed, ct) =>
        {
            var scopes = Scopes(parsed.GetRequiredValue(scope));
            var called = parsed.GetRequiredValue(name).Trim();
            var limit = Rate(parsed.GetValue(rate));
            if (KeyLedger.Objection(called) is { } objection)
            {
                throw new RefusalException($"--name: {objection}");
            }

            await using var services = Installation.Load(parsed, withModel: false).BuildServices();
            var (key, text) = await services.GetRequiredService<KeyLedger>().AddAsync(called, scopes, limit, ct)
                ?? throw new RefusalException($"A key named «{called}» stands already. Revoke it («keys list» shows its number) or give another name.");
            Terminals.Say(text);
            Terminals.Note(string.Create(CultureInfo.InvariantCulture, $"Key {key.Id} for «{key.Name}» opens {Names(key)}. Write it down now: it is shown this once. Send it as «Authorization: Bearer …»."));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists all keys, revoked ones too");
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = Installation.Load(parsed, withModel: false).WithCatalogue().BuildServices();
            var keys = await services.GetRequiredService<KeyLedger>().ListAsync(ct);
            if (keys.Count == 0)
            {
                Terminals.Note("There are no keys. «keys add» makes one.");
                return ExitCode.Done;
            }

            var table = new Table().AddColumns("id", "begins", "name", "opens", "a minute", "created (UTC)", "last used", "revoked");
            foreach (var key in keys)
            {
                table.AddRow([.. new[] { key.Id.ToString(CultureInfo.InvariantCulture), key.Prefix, key.Name, Names(key), Limit(key), Day(key.CreatedAt), Day(key.UsedAt), Day(key.RevokedAt) }.Select(cell => new Text(cell))]);
            }

            Terminals.Data.Write(table);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<long>("ID") { Description = "The number in «keys list»" };
        var command = new Command("revoke", "Takes a key's power; what was done with it stays") { id };
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = Installation.Load(parsed, withModel: false).WithCatalogue().BuildServices();
            var key = await services.GetRequiredService<KeyLedger>().RevokeAsync(parsed.GetRequiredValue(id), ct)
                ?? throw new RefusalException($"There is no key {parsed.GetRequiredValue(id).ToString(CultureInfo.InvariantCulture)}. «keys list» shows all.");
            Terminals.Note($"The key {key.Prefix}… of «{key.Name}» opens nothing any more.");
            return ExitCode.Done;
        });
        return command;
    }

    private static List<Scope> Scopes(string[] given)
    {
        var names = given.SelectMany(part => part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var wrong = names.Where(name => !Wire.TryParse<Scope>(name, out _)).ToList();
        return wrong.Count > 0 || names.Count == 0
            ? throw new RefusalException($"--scope {string.Join(',', given)}: use {string.Join(", ", Wire.All<Scope>())}, several with commas.")
            : [.. names.Select(name => Wire.TryParse<Scope>(name, out var scope) ? scope : default)];
    }

    private static int? Rate(string? given) => given switch
    {
        null => null,
        "none" => 0,
        _ when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate > 0 => rate,
        _ => throw new RefusalException($"--rate {given}: use a whole number of requests a minute above 0, or none."),
    };

    private static string Names(ApiKey key) => string.Join(", ", key.Scopes.Select(Wire.Name));

    private static string Limit(ApiKey key) => key.Rate switch { null => "as anybody", 0 => "no limit", { } rate => rate.ToString(CultureInfo.InvariantCulture) };

    private static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
