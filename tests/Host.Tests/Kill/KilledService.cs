using System.Diagnostics;
using System.Globalization;
using System.Text;
using DcCourseIndex.Host.Tests.Processes;
using DcCourseIndex.Portals.Moodle;
using DcCourseIndex.Portals.OpenEdx;
using DcCourseIndex.Portals.Recording;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Host.Tests.Kill;

/// <summary>An installation over two running portals and an import file, whose processes are killed at random moments.</summary>
internal sealed class KilledService : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly Dictionary<string, TimeSpan> usual = [];
    private readonly Random random;
    private readonly int imported;
    private readonly MoodlePortal moodle;
    private readonly OpenEdxPortal edx;
    private string file = "";

    private KilledService(MoodlePortal moodle, OpenEdxPortal edx, int imported, int seed) => (this.moodle, this.edx, this.imported, random) = (moodle, edx, imported, new Random(seed));

    /// <summary>Kills that came before the process had ended by itself.</summary>
    public int Hits { get; private set; }

    public static async Task<KilledService> StartAsync(int imported, int seed)
    {
        var service = new KilledService(await DemoPortals.UtuAsync(recorded: false), await DemoPortals.PrometeoAsync(recorded: false), imported, seed);
        service.moodle.Switches.Delay = service.edx.Switches.Delay = Switches.Wait(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        service.folder.Write("config/dccourseindex.yml", "contact: tests@prometeo.example\n");
        service.Describe("utu", "moodle", service.moodle.Address);
        service.Describe("prometeo", "openedx", service.edx.Address);
        return service;
    }

    /// <summary>Changes the portals and the file, so that the next runs have something to write.</summary>
    public void Change(int round)
    {
        foreach (var course in moodle.Courses.All.Where((_, i) => i % 3 == round % 3).ToList())
        {
            moodle.Courses.Change(course.Id, known => known with { Summary = $"<p>Оновлено {round}. {known.Summary}</p>" });
        }

        // Every second time the same file again, so that a cut-off import goes on.
        if (round % 2 == 0)
        {
            file = folder.Write("listings.ndjson", Listings(round));
        }
    }

    /// <summary>Runs one kind of work and kills it at a random moment of the time that it usually takes.</summary>
    public async Task KillAsync(string kind)
    {
        if (!usual.TryGetValue(kind, out var time))
        {
            usual[kind] = time = await TimeAsync(kind);
        }

        using var process = Start(kind);
        await Task.Delay(time * random.NextDouble() * 1.1);
        Hits += process.HasExited ? 0 : 1;
        process.Kill();
    }

    /// <summary>The catalogue passes every check.</summary>
    public async Task AssertSoundAsync()
    {
        using var status = await VerbAsync("status", "--deep");
        Assert.True(status.ExitCode == 0, status.Output + status.Errors);
    }

    /// <summary>Runs everything to its end.</summary>
    public async Task FinishAsync()
    {
        foreach (var arguments in new[] { Arguments("harvest"), Arguments("import") })
        {
            using var verb = await VerbAsync(arguments);
            Assert.True(verb.ExitCode == 0, verb.Output + verb.Errors);
        }
    }

    public async Task RebuildAsync()
    {
        using var reindex = await VerbAsync("reindex");
        Assert.True(reindex.ExitCode == 0, reindex.Errors);
    }

    /// <summary>What the portals and the file really have.</summary>
    public IReadOnlyList<string> Truth() =>
    [
        .. moodle.Courses.All.Where(course => !course.Hidden).Select(course => $"utu.{course.Id}"),
        .. Enumerable.Range(0, imported).Select(i => string.Create(CultureInfo.InvariantCulture, $"own.{i}")),
    ];

    /// <summary>Every course as the index answers it, in order of id, each after its id.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync()
    {
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();
        using var service = ServiceProcess.Start(["run", "--roles", "index,search", .. Common, "--urls", $"http://127.0.0.1:{port}"]);
        await service.AnswerAsync(client, $"http://127.0.0.1:{port}/health/ready", IndexAnswers.IsCaughtUp);
        return await IndexAnswers.AllAsync(address => service.AnswerAsync(client, address), $"http://127.0.0.1:{port}");
    }

    public async ValueTask DisposeAsync()
    {
        await moodle.DisposeAsync();
        await edx.DisposeAsync();
        folder.Dispose();
    }

    private string[] Common => ["--data", folder.File("data"), "--config", folder.File("config")];

    private string[] Arguments(string kind) => kind switch
    {
        "import" => ["import", file, "--source", "own", "--complete"],
        "index" => ["run", "--roles", "index"],
        _ => [kind],
    };

    private ServiceProcess Start(string kind) => ServiceProcess.Start([.. Arguments(kind), .. Common]);

    private Task<ServiceProcess> VerbAsync(params string[] arguments) => ServiceProcess.RunAsync([.. arguments, .. Common]);

    private async Task<TimeSpan> TimeAsync(string kind)
    {
        // The index role never ends; starting and following takes it a few seconds.
        if (kind == "index")
        {
            return TimeSpan.FromSeconds(3);
        }

        var watch = Stopwatch.StartNew();
        using var verb = await VerbAsync(Arguments(kind));
        Assert.True(verb.ExitCode == 0, verb.Output + verb.Errors);
        return watch.Elapsed;
    }

    private void Describe(string name, string platform, Uri address) => folder.Write(
        $"config/sources/{name}.yml",
        $"name: {name}\nplatform: {platform}\naddress: {address.GetLeftPart(UriPartial.Authority)}\nallowPrivateAddress: true\ntrusted: true\npoliteness: {{ delay: 0s }}\n");

    private string Listings(int round)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < imported; i++)
        {
            lines.Append(CultureInfo.InvariantCulture, $$"""{"id":"{{i}}","title":"Курс {{i}}: медіаграмотність і кібербезпека","url":"https://courses.example/{{i}}","summary":"Видання {{(i % 5 == 0 ? round : 0)}}: перевірка фактів, паролі, резервні копії."}""").Append('\n');
        }

        return lines.ToString();
    }
}
