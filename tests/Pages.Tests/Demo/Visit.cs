using Microsoft.Playwright;

namespace DcCourseIndex.Pages.Tests.Demo;

/// <summary>One person at one browser: sees one page at a time, and uses it by mouse or by keys alone. Whatever goes wrong on a page is kept.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private const int MostTabs = 400;
    private const int MostLooks = 2400;
    private const int Tall = 900;

    // Whether pressing it brings another page into this tab.
    private const string Leaves = """
        one => {
          const link = one.closest('a[href]');
          if (link) return link.target !== '_blank' && (!link.hash || link.href.split('#')[0] !== location.href.split('#')[0]);
          const button = one.closest('button');
          return !!button && !!button.form && button.type === 'submit' && (button.getAttribute('formtarget') || button.form.target) !== '_blank';
        }
        """;

    private readonly IBrowserContext context;
    private readonly Way way;
    private readonly string site;

    private Visit(IBrowserContext context, IPage page, Way way, string site)
    {
        (this.context, Page, this.way, this.site) = (context, page, way, site);
        Watch(page);
    }

    /// <summary>What is before the eyes.</summary>
    public IPage Page { get; private set; }

    /// <summary>Errors and warnings of the console, and requests that leave the site.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Visit> BeginAsync(RunningDemo demo, Way way = Way.Mouse, int width = 1280, int height = Tall, bool dark = false, bool scripts = true, DeskWork? desk = null)
    {
        var context = await demo.Browser.NewContextAsync(new()
        {
            BaseURL = demo.Base,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts && way != Way.Plain,
            Locale = "uk-UA",
            StorageState = desk?.SignedIn,
        });
        context.SetDefaultTimeout(60_000);
        return new(context, await context.NewPageAsync(), way, demo.Base);
    }

    /// <summary>Another width of the window and other colours, before the page that is open or the next.</summary>
    public async Task StandAtAsync(int width, bool dark)
    {
        await Page.SetViewportSizeAsync(width, Tall);
        await Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    public async Task OpenAsync(string address, int status = 200)
    {
        var answer = await Page.GotoAsync(address);
        Assert.Equal(status, answer!.Status);
    }

    public ILocator Link(string words) => Page.GetByRole(AriaRole.Link, new() { Name = words }).First;

    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words }).First;

    /// <summary>Presses a link, a button or a summary.</summary>
    public async Task PressAsync(ILocator target)
    {
        if (way == Way.Keyboard)
            await ReachAsync(target);

        // Neither a click nor a key waits for the next page: what is asked next would be asked of the page before, which may have the same words.
        var leaves = await target.EvaluateAsync<bool>(Leaves);
        await Page.EvaluateAsync("window.before = true");
        if (way == Way.Keyboard)
            await Page.Keyboard.PressAsync("Enter");
        else
            await target.ClickAsync();

        if (leaves)
            await ArrivedAsync();
    }

    /// <summary>Ticks a box or chooses one of several.</summary>
    public async Task TickAsync(ILocator box)
    {
        if (way != Way.Keyboard)
        {
            await box.CheckAsync();
            return;
        }

        if (await box.GetAttributeAsync("type") != "radio")
        {
            await ReachAsync(box);
            await Page.Keyboard.PressAsync("Space");
            return;
        }

        // Tab stops once in a group of choices; arrows go through it.
        var name = await box.GetAttributeAsync("name");
        await ReachAsync(box, $"one => one.name === '{name}'");
        await Page.Keyboard.PressAsync("Space");
        for (var steps = 0; steps < 8 && !await box.IsCheckedAsync(); steps++)
            await Page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await box.IsCheckedAsync());
    }

    public async Task WriteAsync(ILocator box, string words)
    {
        if (way != Way.Keyboard)
        {
            await box.FillAsync(words);
            return;
        }

        await ReachAsync(box);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(words);
    }

    public async Task ChooseAsync(ILocator list, string value)
    {
        if (way != Way.Keyboard)
        {
            await list.SelectOptionAsync(value);
            return;
        }

        await ReachAsync(list);
        for (var steps = 0; steps < 60 && await list.InputValueAsync() != value; steps++)
            await Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(value, await list.InputValueAsync());
    }

    public Task SeesAsync(ILocator what) => Assertions.Expect(what.First).ToBeVisibleAsync(new() { Timeout = 60_000 });

    public Task SeesAsync(string words) => SeesAsync(Page.GetByText(words));

    /// <summary>Presses what opens a new tab, and looks at that.</summary>
    public async Task PressToNewTabAsync(ILocator target)
    {
        Page = await context.RunAndWaitForPageAsync(() => PressAsync(target));
        Watch(Page);
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Closes the tab and looks at the one before.</summary>
    public async Task CloseTabAsync()
    {
        await Page.CloseAsync();
        Page = context.Pages[^1];
    }

    /// <summary>Looks again, as a person does who waits for something, for a minute at most.</summary>
    public async Task ReloadUntilAsync(Func<Task<bool>> seen)
    {
        for (var looks = 0; looks < 60 && !await seen(); looks++)
        {
            await Page.WaitForTimeoutAsync(1000);
            await Page.ReloadAsync();
        }

        Assert.True(await seen());
    }

    /// <summary>Keeps a picture of what is seen.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(Place.Output, name + ".png"), FullPage = true });

    /// <summary>Opens what a summary holds; what is open stays so.</summary>
    public async Task UnfoldAsync(ILocator summary)
    {
        if (await summary.EvaluateAsync<bool>("one => !one.parentElement.open"))
            await PressAsync(summary);
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    /// <summary>Goes on with Tab until the target, or what the test says of the focused element, has the focus; what cannot be reached so, fails.</summary>
    private async Task ReachAsync(ILocator target, string? fits = null)
    {
        await target.WaitForAsync();
        var handle = await target.ElementHandleAsync();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (fits is null ? await handle.EvaluateAsync<bool>("one => one === document.activeElement") : await Page.EvaluateAsync<bool>($"({fits})(document.activeElement)"))
            {
                Assert.True(await Page.EvaluateAsync<bool>("document.activeElement.matches(':focus-visible')"), "The focus is not seen.");
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{site}: nobody reaches {target} with Tab.");
    }

    private async Task ArrivedAsync()
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            try
            {
                if (await Page.EvaluateAsync<bool>("!window.before && document.readyState !== 'loading'"))
                    return;
            }
            catch (PlaywrightException)
            {
                // The page went while it was asked.
            }

            await Page.WaitForTimeoutAsync(25);
        }

        Assert.Fail($"{site}: pressing leads nowhere from {Page.Url}.");
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => Complaints.Add($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                Complaints.Add($"{page.Url} asks for {request.Url}");
        };
    }
}
