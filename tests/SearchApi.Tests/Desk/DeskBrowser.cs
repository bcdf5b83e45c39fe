using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DcCourseIndex.SearchApi.Tests.Desk;

/// <summary>A browser without scripts that keeps cookies: a librarian at the desk sees one page at a time and presses buttons of plain forms.</summary>
internal sealed class DeskBrowser(HttpMessageHandler server, string scheme = "http") : IDisposable
{
    private readonly HttpClient client = new(server) { BaseAddress = new($"{scheme}://localhost") };
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Path and query of the page.</summary>
    public string Address { get; private set; } = "/";

    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>What a cookie was set to, attributes and all, newest last.</summary>
    public List<string> SetCookies { get; } = [];

    public string Words => Page.QuerySelector("main")!.TextContent;

    public string Html { get; private set; } = "";

    public Task OpenAsync(string address) => SendAsync(HttpMethod.Get, address, null);

    /// <summary>Writes into a field, or chooses in a list or among marks.</summary>
    public void Fill(string name, string value)
    {
        var found = Page.QuerySelectorAll($"[name='{name}']");
        Assert.NotEmpty(found);
        foreach (var element in found)
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" } mark: mark.IsChecked = mark.Value == value; break;
                case IHtmlInputElement input: input.Value = value; break;
                case IHtmlSelectElement select: select.Value = value; break;
                case IHtmlTextAreaElement text: text.Value = value; break;
                default: throw new InvalidOperationException($"«{name}» is {element.LocalName}.");
            }
    }

    /// <summary>Presses the first button that says this, by what it sends or by its words.</summary>
    public Task PressAsync(string button) => SubmitAsync(Button(button));

    /// <summary>Sends the form of a button without its token, as a page of another site would.</summary>
    public Task ForgeAsync(string button, string? token = null) => SubmitAsync(Button(button), token ?? "");

    /// <summary>The pressed form again as raw fields.</summary>
    public Task PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, address, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public string? Token => Page.QuerySelector("input[name='token']")?.GetAttribute("value");

    public void Dispose()
    {
        Answer?.Dispose();
        client.Dispose();
    }

    private IElement Button(string button) => Page.QuerySelectorAll("button").FirstOrDefault(one => one.GetAttribute("value") == button)
        ?? Page.QuerySelectorAll("button").FirstOrDefault(one => one.TextContent.StartsWith(button, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"«{button}» is no button of {Address}: {string.Join(" | ", Page.QuerySelectorAll("button").Select(one => $"{one.GetAttribute("value")} {one.TextContent}"))}");

    private Task SubmitAsync(IElement button, string? token = null)
    {
        var form = (IHtmlFormElement)button.Closest("form")!;
        var fields = form.Elements.Select(Field).OfType<KeyValuePair<string, string>>()
            .Where(field => token is null || field.Key != "token").ToList();
        if (token is { Length: > 0 })
            fields.Add(KeyValuePair.Create("token", token));
        if (button.GetAttribute("name") is { } pressed)
            fields.Add(KeyValuePair.Create(pressed, button.GetAttribute("value") ?? ""));
        var action = form.GetAttribute("action")!;
        return form.Method == "get"
            ? OpenAsync(action + "?" + string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")))
            : SendAsync(HttpMethod.Post, action, fields);
    }

    private async Task SendAsync(HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>>? fields)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (fields is not null)
            request.Content = new FormUrlEncodedContent(fields);
        if (cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        Answer?.Dispose();
        Answer = await client.SendAsync(request);
        if (Answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var one in set)
            {
                SetCookies.Add(one);
                var pair = one.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0 || one.Contains("1970", StringComparison.Ordinal))
                    cookies.Remove(pair[0]);
                else
                    cookies[pair[0]] = pair[1];
            }

        if (Answer.Headers.Location is { } there)
        {
            Assert.StartsWith("/", there.ToString(), StringComparison.Ordinal);
            await OpenAsync(there.ToString());
            return;
        }

        (Status, Address, Html) = (Answer.StatusCode, address, await Answer.Content.ReadAsStringAsync());
        Page = await new HtmlParser().ParseDocumentAsync(Html);
    }

    private static KeyValuePair<string, string>? Field(IElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
        IHtmlInputElement { Name: { } name } input => KeyValuePair.Create(name, input.Value),
        IHtmlSelectElement { Name: { } name } select => KeyValuePair.Create(name, select.Value ?? ""),
        IHtmlTextAreaElement { Name: { } name } text => KeyValuePair.Create(name, text.Value),
        _ => null,
    };
}
