using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Crawler.Schedule;
using DcCourseIndex.Crawler.Sources.Keys;
using DcCourseIndex.Crawler.Sources.Recipes;
using DcCourseIndex.Crawler.Sources.Yaml;

namespace DcCourseIndex.Crawler.Sources;

/// <summary>Turns the entries of one source file into a definition, noting everything that is wrong with them.</summary>
internal sealed class SourceReader(string file, IReadOnlySet<string> platforms, ICollection<ConfigProblem> problems)
{
    /// <summary>The definition as far as it could be read; only to be used where no problem was noted.</summary>
    public SourceDefinition Read(string name, IReadOnlyList<YamlEntry> entries)
    {
        var fields = new YamlFields(entries, SourceKeys.All, file, problems);
        var platform = Platform(fields);
        foreach (var foreign in fields.Present.Where(key => key.Platforms.Count > 0 && platform is not null && !key.Platforms.Contains(platform)))
        {
            fields.Problem(fields.Line(foreign.Name), $"«{foreign.Name}» is read by platform {string.Join(", ", foreign.Platforms)} only, and this source is of platform {platform}; take it out, or correct platform:.");
        }
        var enabled = fields.Flag("enabled") ?? true;
        var permission = Permission(fields);
        if (enabled && permission.State == "refused")
        {
            fields.Problem(fields.Line("permission"), "The portal's owner refused, and the source is enabled; write enabled: false.");
        }
        return new()
        {
            Name = name,
            Title = Required(fields, "name", "the portal's name for people") ?? name,
            Platform = platform ?? "",
            Address = Address(fields, enabled, platform),
            Lms = Address(fields, "lms", platform),
            Language = Language(fields),
            Schedule = Schedule(fields),
            TokenVariable = Token(fields),
            Categories = fields.List("categories"),
            Politeness = Politeness(fields),
            Permission = permission,
            Export = Export(fields),
            Enabled = enabled,
            KeepAuthors = fields.Word("authors") is { } authors ? authors == "keep" : platform != "moodle",
            Trusted = fields.Flag("trusted") ?? false,
            AllowPrivateAddress = fields.Flag("allowPrivateAddress") ?? false,
            Recorded = Recorded(fields),
            Recipe = Recipe(fields, platform, enabled),
            File = file,
        };
    }

    private static string? Required(YamlFields fields, string key, string what)
    {
        if (fields.Line(key) is null)
        {
            fields.Problem(null, $"«{key}:» is missing; write {what}.");
        }
        return fields.Text(key);
    }

    private string? Platform(YamlFields fields)
    {
        var platform = Required(fields, "platform", $"one of {string.Join(", ", platforms.Order(StringComparer.Ordinal))}");
        if (platform is null || platforms.Contains(platform))
        {
            return platform;
        }
        var nearest = NearestWord.Of(platform, platforms);
        fields.Problem(fields.Line("platform"), $"There is no platform «{platform}»; known are {string.Join(", ", platforms.Order(StringComparer.Ordinal))}{(nearest is null ? "" : $" (perhaps «{nearest}»)")}.");
        return platform;
    }

    private Uri? Address(YamlFields fields, bool enabled, string? platform)
    {
        if (fields.Line("address") is null)
        {
            if (enabled)
            {
                fields.Problem(null, "«address:» is missing; write the portal's root address, or enabled: false while it is not known.");
            }
            return null;
        }
        return Address(fields, "address", platform);
    }

    private Uri? Address(YamlFields fields, string key, string? platform)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }
        if (platform == "folder" && SourceValues.Folder(text, file) is { } folder)
        {
            return folder;
        }
        if (SourceValues.Address(text, out var address, SourceValues.IsDocument(platform)) is { } wrong)
        {
            fields.Problem(fields.Line(key), wrong);
        }
        return address;
    }

    private static string Language(YamlFields fields)
    {
        var language = fields.Text("language");
        if (language is not null && LanguageCode.Problem(language) is { } wrong)
        {
            fields.Problem(fields.Line("language"), $"«language: {language}» {wrong}");
        }
        return language ?? "uk";
    }

    private static string? Schedule(YamlFields fields)
    {
        var schedule = fields.Text("schedule");
        if (schedule is not null && CronText.Check(schedule) is { } wrong)
        {
            fields.Problem(fields.Line("schedule"), $"«schedule: {schedule}»: {wrong}");
        }
        return schedule;
    }

    // The value is not repeated in the message: it may be the token itself.
    private static string? Token(YamlFields fields)
    {
        var text = fields.Text("token");
        var variable = text is null ? null : SourceValues.Variable(text);
        if (text is not null && variable is null)
        {
            fields.Problem(fields.Line("token"), "«token» names an environment variable, such as $MOODLE_KHPI; the token itself never stands in a file.");
        }
        return variable;
    }

    private static Politeness Politeness(YamlFields fields)
    {
        var inner = fields.Fields("politeness");
        var standard = new Politeness();
        return inner is null ? standard : new()
        {
            Delay = inner.Parsed("delay", SourceValues.Delay, "write 500ms, 3s or 2m (at most 10m).") ?? standard.Delay,
            AtOnce = inner.Number("atOnce", 1, Sources.Politeness.MostAtOnce) ?? standard.AtOnce,
            Window = inner.Parsed("window", SourceValues.Window, "write two times of day in quotes, such as \"01:00-06:00\"."),
        };
    }

    private static Permission Permission(YamlFields fields)
    {
        var inner = fields.Fields("permission");
        if (inner is null)
        {
            return new("unknown", null, null);
        }
        if (inner.Line("state") is null)
        {
            fields.Problem(fields.Line("permission"), "«permission» lacks its state; write unknown, asked, granted or refused.");
        }
        var link = inner.Text("link");
        if (link is not null && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            inner.Problem(inner.Line("link"), $"«link: {link}» is no full http or https address of the page or letter that says so.");
        }
        return new(
            inner.Word("state") ?? "unknown",
            inner.Parsed("date", SourceValues.Date, "write it as 2026-11-20."),
            link);
    }

    private static ExportRights Export(YamlFields fields)
    {
        var inner = fields.Fields("export");
        var standard = new ExportRights();
        return inner is null ? standard : new()
        {
            Description = inner.Word("description") ?? standard.Description,
            Image = inner.Word("image") ?? standard.Image,
        };
    }

    private SourceRecipe? Recipe(YamlFields fields, string? platform, bool enabled)
    {
        if (platform == "recipe" && enabled && fields.Line("recipe") is null)
        {
            fields.Problem(fields.Line("platform"), "«recipe:» is missing, without which this platform knows nothing of the portal; write it, or enabled: false while it is not known.");
        }
        return new RecipeReader(file, problems).Read(fields);
    }

    private string? Recorded(YamlFields fields)
    {
        if (fields.Text("recorded") is not { } text)
        {
            return null;
        }
        var folder = Path.GetFullPath(text, Path.GetDirectoryName(Path.GetFullPath(file))!);
        if (!File.Exists(Path.Combine(folder, "index.ndjson")))
        {
            fields.Problem(fields.Line("recorded"), $"«recorded: {text}» means {folder}, and there is no index.ndjson; make one with `dccourseindex check SOURCE --record DIR`, or correct the folder (it counts from this file).");
        }
        return folder;
    }
}
