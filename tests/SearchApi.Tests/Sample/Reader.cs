using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace DcCourseIndex.SearchApi.Tests.Sample;

/// <summary>Somebody at an old browser without scripts: sees one page at a time, follows links, fills in forms, keeps no cookie.</summary>
internal sealed class Reader(HttpClient client)
{
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>The path and query of the page.</summary>
    public string Address { get; private set; } = "/";

    public async Task OpenAsync(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        await SeeAsync(response, address);
    }

    /// <summary>Follows the first link whose words hold these.</summary>
    public Task FollowAsync(string words) => OpenAsync((Page.Links.FirstOrDefault(link => link.TextContent.Contains(words, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"«{words}» is no link on {Address}.")).GetAttribute("href")!);

    /// <summary>Ticks, chooses or writes: every field that has a label or legend can be reached by its name and value.</summary>
    public void Fill(string form, string name, string value)
    {
        var found = Page.QuerySelectorAll($"{form} [name='{name}']");
        Assert.NotEmpty(found);
        foreach (var element in found)
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    box.IsChecked = box.Value == value;
                    break;
                case IHtmlInputElement input:
                    input.Value = value;
                    break;
                case IHtmlSelectElement select:
                    Assert.Contains(select.Options, option => option.Value == value);
                    select.Value = value;
                    break;
                default:
                    throw new InvalidOperationException($"«{name}» is {element.LocalName}.");
            }
    }

    /// <summary>Presses a button of a form: the one with this value, else the first.</summary>
    public async Task PressAsync(string form, string? act = null)
    {
        var sent = (IHtmlFormElement)Page.QuerySelector(form)!;
        var button = sent.QuerySelectorAll("button").First(one => act is null || one.GetAttribute("value") == act);
        var fields = sent.Elements.Select(Field).OfType<KeyValuePair<string, string>>().ToList();
        if (button.GetAttribute("name") is { } pressed)
            fields.Add(KeyValuePair.Create(pressed, button.GetAttribute("value") ?? ""));
        var action = sent.GetAttribute("action")!;
        if (sent.Method == "get")
        {
            await OpenAsync(action + "?" + string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
            return;
        }

        using var body = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri(action, UriKind.Relative), body);
        await SeeAsync(response, action);
    }

    /// <summary>Presses the first button of a form that stands elsewhere on the page.</summary>
    public async Task PressOutsideAsync(string form)
    {
        var sent = (IHtmlFormElement)Page.QuerySelector($"form#{form}")!;
        var button = Page.QuerySelector($"button[form={form}]")!;
        using var body = new FormUrlEncodedContent([.. sent.QuerySelectorAll("input").Select(Field).OfType<KeyValuePair<string, string>>(), KeyValuePair.Create(button.GetAttribute("name")!, button.GetAttribute("value")!)]);
        using var response = await client.PostAsync(new Uri(sent.GetAttribute("action")!, UriKind.Relative), body);
        await SeeAsync(response, Address);
    }

    private async Task SeeAsync(HttpResponseMessage response, string address)
    {
        if (response.Headers.Location is { } there)
        {
            Assert.StartsWith("/", there.ToString(), StringComparison.Ordinal);
            await OpenAsync(there.ToString());
            return;
        }

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Address = address;
        Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        Assert.True(response.IsSuccessStatusCode, $"{address} answers {(int)response.StatusCode}: {Page.QuerySelector("main")?.TextContent.Trim()}");
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
