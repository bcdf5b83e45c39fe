using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Playwright;

namespace DcCourseIndex.Pages.Tests.Demo;

/// <summary>The demo as a process of its own and one Chromium before it. DCCOURSEINDEX_BASE names a demo that runs already, with DCCOURSEINDEX_DATA its folder.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"pages-{Guid.NewGuid():N}");
    private IPlaywright? playwright;
    private Process? service;
    private DeskWork? desk;

    internal IBrowser Browser { get; private set; } = null!;
    internal string Base { get; private set; } = "";
    internal string Data { get; private set; } = "";

    /// <summary>A course about security at the level of beginners, free of charge, and its source.</summary>
    internal string Course { get; private set; } = "";
    internal string Source { get; private set; } = "";
    internal long Run { get; private set; }

    /// <summary>A list in an address with two courses, one of them with a note.</summary>
    internal string List { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (Needs.Browser is not null)
            return;
        Base = Environment.GetEnvironmentVariable("DCCOURSEINDEX_BASE") ?? Start();
        Data = Environment.GetEnvironmentVariable("DCCOURSEINDEX_DATA") ?? Path.Combine(folder, "data");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Place.Chromium, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        await SettledAsync();
        var found = await JsonAsync("/api/v1/courses?q=" + Uri.EscapeDataString("шахраї") + "&level=foundation&price=free&limit=1");
        Course = found.GetProperty("items")[0].GetProperty("id").GetString()!;
        Source = found.GetProperty("items")[0].GetProperty("source").GetString()!;
        Run = (await JsonAsync($"/api/v1/sources/{Source}/runs")).GetProperty("items")[0].GetProperty("run").GetInt64();
        var other = await JsonAsync("/api/v1/courses?q=" + Uri.EscapeDataString("таблиці") + "&limit=1");
        List = await AddedAsync(other.GetProperty("items")[0].GetProperty("id").GetString()!, await AddedAsync(Course, ""));
    }

    private async Task<string> AddedAsync(string course, string list)
    {
        await using var asking = await playwright!.APIRequest.NewContextAsync(new() { BaseURL = Base });
        var form = asking.CreateFormData();
        form.Set("id", course);
        form.Set("list", list);
        form.Set("back", "/list");
        var answer = await asking.PostAsync("/list/add", new() { Form = form, MaxRedirects = 0 });
        return answer.Headers["location"].Split("list=")[1].Split('#')[0];
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        playwright?.Dispose();
        if (service is null)
            return;
        service.Kill(entireProcessTree: true);
        await service.WaitForExitAsync();
        service.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    internal async Task<JsonElement> JsonAsync(string address, string? key = null, object? body = null)
    {
        await using var asking = await playwright!.APIRequest.NewContextAsync(new() { BaseURL = Base, ExtraHTTPHeaders = key is null ? [] : [KeyValuePair.Create("Authorization", $"Bearer {key}")] });
        var answer = body is null ? await asking.GetAsync(address) : await asking.PostAsync(address, new() { DataObject = body });
        Assert.True(answer.Ok, $"{address}: {answer.Status} {await answer.TextAsync()}");
        return JsonDocument.Parse(await answer.TextAsync()).RootElement.Clone();
    }

    /// <summary>The desk with work on it, prepared for the first who asks.</summary>
    internal async Task<DeskWork> DeskAsync() => desk ??= await DeskWork.PrepareAsync(this);

    /// <summary>A verb of the executable on the demo's data, as an operator types it.</summary>
    internal async Task<string> VerbAsync(params string[] words)
    {
        var (code, output, errors) = await TryVerbAsync(words);
        Assert.True(code == 0, $"{string.Join(' ', words)}: {output}{errors}");
        return output.Trim();
    }

    /// <summary>The same where the verb may refuse.</summary>
    internal Task<(int Code, string Output, string Errors)> TryVerbAsync(params string[] words) =>
        Tool.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "dccourseindex.dll"), .. words, "--data", Data, "--config", Path.Combine(Place.Root, "config")]);

    private string Start()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        Directory.CreateDirectory(folder);
        // Nobody reads what the demo says; it goes to files that the folder takes along.
        service = Process.Start(new ProcessStartInfo("sh", ["-c", "exec dotnet \"$0\" demo --data \"$1/data\" --config \"$2\" --urls \"$3\" >\"$1/demo.log\" 2>&1", Path.Combine(AppContext.BaseDirectory, "dccourseindex.dll"), folder, Path.Combine(Place.Root, "config"), address]))!;
        return address;
    }

    /// <summary>All sources of the demo have been read once, and the index has followed: its revision stands still.</summary>
    private async Task SettledAsync()
    {
        await using var asking = await playwright!.APIRequest.NewContextAsync(new() { BaseURL = Base });
        var (last, same) = ("", 0);
        for (var tries = 0; tries < 300 && same < 4; tries++)
        {
            await Task.Delay(1000);
            try
            {
                var answer = await asking.GetAsync("/api/v1/courses?limit=1");
                var now = answer.Ok ? JsonDocument.Parse(await answer.TextAsync()).RootElement.GetProperty("total").GetRawText() : "";
                (same, last) = now.Length > 0 && now != "0" && now == last ? (same + 1, now) : (0, now);
            }
            catch (PlaywrightException)
            {
                // Not listening yet.
            }
        }

        Assert.True(same >= 4, "The demo has no courses after five minutes.");
    }
}

/// <summary>All tests share one demo and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class DemoGroup : ICollectionFixture<RunningDemo>
{
    public const string Name = "demo";
}
