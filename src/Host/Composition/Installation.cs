using System.Collections;
using System.CommandLine;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Host.Settings;
using DcCourseIndex.Host.Terminal;
using DcCourseIndex.Host.Verbs;

namespace DcCourseIndex.Host.Composition;

/// <summary>Everything that a process reads before it starts: folders, settings, sources, frameworks, words. Complete and sound, or refused with all problems at once.</summary>
public sealed record Installation
{
    public required string DataFolder { get; init; }
    public required string ConfigFolder { get; init; }

    /// <summary>The demo keeps to a data folder of its own.</summary>
    public bool Demo { get; init; }
    public required ServiceSettings Settings { get; init; }

    /// <summary>Where the catalogue is kept.</summary>
    public LedgerPlace Catalogue => new(DataFolder, Settings.Catalog.Connection);
    /// <summary>The name of this node in reports: as set, or, where several may work on the catalogue, the machine's; else null.</summary>
    public string? NodeName => Settings.Node.Name ?? (Settings.Catalog.Connection is null ? null : Environment.MachineName);

    public required IReadOnlyList<SettingInForce> InForce { get; init; }
    public required KnownSources Sources { get; init; }
    public required Frameworks Frameworks { get; init; }
    public required Lexicon Lexicon { get; init; }

    /// <summary>What training left in <c>models</c>; null where nothing was trained: the tagger then goes by words alone.</summary>
    public TrainedModel? Model { get; init; }

    /// <summary>What was learnt of what people type; null where nothing was.</summary>
    public TrainedModel? Questions { get; init; }

    /// <summary>Where the words are: those of this configuration, else as shipped.</summary>
    public string VocabularyFolder => Shipped(ConfigFolder, "vocabulary");

    /// <summary>The sources that may be asked without anybody's asking: enabled, and over the network only with a contact address.</summary>
    public IReadOnlyList<SourceDefinition> Askable =>
        [.. Sources.Where(IsAskable)];

    /// <summary>Whether one of them is such a source.</summary>
    public bool IsAskable(SourceDefinition source) => source.Enabled && (source.Recorded is not null || Settings.Contact is not null);

    /// <summary>Reads what the options name; throws <see cref="RefusalException"/> with every problem.</summary>
    public static Installation Load(ParseResult parsed, bool demo = false, bool withModel = true)
    {
        var config = ConfigFolderOf(parsed.GetRequiredValue(CommonOptions.Config), demo);
        var data = parsed.GetValue(CommonOptions.Data) ?? (demo ? "data-demo" : "data");
        if (string.IsNullOrWhiteSpace(data))
        {
            throw new RefusalException("--data names no folder.");
        }

        return Load(config, data, demo, Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal), withModel);
    }

    /// <summary>The same with folders and environment given.</summary>
    public static Installation Load(string configFolder, string dataFolder, bool demo, IReadOnlyDictionary<string, string> environment, bool withModel = true)
    {
        var settings = SettingsFile.Read(configFolder, environment);
        var platforms = AllPlatforms.Create(Environment.GetEnvironmentVariable).ToDictionary(platform => platform.Name, StringComparer.Ordinal);
        var sources = SourceFiles.Load(Path.Combine(configFolder, "sources"), platforms.Keys.ToHashSet(StringComparer.Ordinal));
        var frameworks = FrameworkFiles.Load(Shipped(configFolder, "frameworks"));
        var lexicon = frameworks.Value is { } loaded
            ? VocabularyFiles.Load(Shipped(configFolder, "vocabulary"), loaded)
            : new Loaded<Lexicon>(null, []);
        var model = withModel && frameworks.Value is { } known ? ModelFile.Load(Shipped(configFolder, "models"), known) : new(null, []);
        var questions = withModel && frameworks.Value is { } all ? ModelFile.Load(Shipped(configFolder, "models"), all, ModelFile.Questions) : new(null, []);
        string[] problems =
        [
            .. settings.Problems.Concat(sources.Problems).Concat(sources.Sources.SelectMany(source => platforms[source.Platform].Check(source))).Select(problem => problem.ToString()),
            .. frameworks.Problems,
            .. lexicon.Problems,
            .. model.Problems,
            .. questions.Problems,
            .. ShiftedClock.Problem(environment) is { } clock ? (string[])[clock] : [],
        ];
        return problems.Length > 0
            ? throw new RefusalException(problems)
            : new Installation
            {
                DataFolder = Path.GetFullPath(dataFolder),
                ConfigFolder = Path.GetFullPath(configFolder),
                Demo = demo,
                Settings = settings.Settings,
                InForce = settings.InForce,
                Sources = new(
                    sources.Sources.Concat(Added(new(Path.GetFullPath(dataFolder), settings.Settings.Catalog.Connection), sources.Sources, platforms.Keys.ToHashSet(StringComparer.Ordinal))),
                    settings.Settings.Harvest.Window),
                Frameworks = frameworks.Value!,
                Lexicon = lexicon.Value!,
                Model = model.Value,
                Questions = questions.Value,
            };
    }

    /// <summary>Refuses a data folder without a catalogue, so that a mistyped name does not look like an empty one.</summary>
    public Installation WithCatalogue() => LedgerStore.PurposeOf(Catalogue) is null
        ? throw new RefusalException($"There is no catalogue in {DataFolder}. Name its folder with --data, or make one with «harvest», «import» or «run».")
        : this;

    // One that has become unsound or was given a file since must not keep the program from starting: nobody could mend it.
    private static IEnumerable<SourceDefinition> Added(LedgerPlace catalogue, IReadOnlyList<SourceDefinition> files, IReadOnlySet<string> platforms)
    {
        foreach (var added in AddedSources.Peek(catalogue))
        {
            var set = SourceFiles.Read(added.Name, added.FileText, platforms);
            if (files.Any(source => source.Name == added.Name))
            {
                Terminals.Note($"The source «{added.Name}», which was added from the pages, has a file now; the file counts.");
            }
            else if (set.Sources is [var source])
            {
                yield return source;
            }
            else
            {
                Terminals.Note($"The source «{added.Name}», which was added from the pages, is left out: {string.Join(' ', set.Problems)}");
            }
        }
    }

    private static string ConfigFolderOf(string asked, bool demo)
    {
        // Started from elsewhere, the configuration shipped beside the executable serves.
        var folder = asked == "config" && !Directory.Exists(asked) ? Path.Combine(AppContext.BaseDirectory, "config") : asked;
        if (!Directory.Exists(folder))
        {
            throw new RefusalException($"{Path.GetFullPath(folder)}: there is no such folder. Name the configuration with --config DIR.");
        }

        return demo ? Path.Combine(folder, "demo") : folder;
    }

    /// <summary>A part of the configuration that hardly anybody changes: from the folder where it is there, else as shipped.</summary>
    private static string Shipped(string configFolder, string part)
    {
        var own = Path.Combine(configFolder, part);
        return Directory.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "config", part);
    }
}
