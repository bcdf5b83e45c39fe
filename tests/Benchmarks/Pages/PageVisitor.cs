using System.Globalization;
using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Pages;

/// <summary>A page to ask for: an address, and a form where it is sent rather than read.</summary>
internal sealed record AskedPage(string Address, IReadOnlyDictionary<string, string>? Form = null);

/// <summary>Asks as browsers do, each time from another address, as a proxy before the service says, so that nobody's share is used up.</summary>
internal sealed class PageVisitor(Uri site) : IDisposable
{
    private readonly HttpMessageInvoker wire = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private int visits;

    /// <summary>The bytes of an answer's body on the wire; anything but 200 is a bug.</summary>
    public async Task<int> AskAsync(AskedPage page) => (await BodyAsync(page, "text/html", "gzip")).Length;

    /// <summary>The same of an answer of the API.</summary>
    public async Task<int> AskApiAsync(string address) => (await BodyAsync(new(address), "application/json", "gzip")).Length;

    public async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse(await BodyAsync(new(address), "application/json", "identity")).RootElement;

    /// <summary>Waits until the service answers, two minutes at most, and no longer than it lives.</summary>
    public async Task ReadyAsync(Task<int> service)
    {
        for (var tries = 0; tries < 600 && !service.IsCompleted; tries++)
        {
            try
            {
                using var answer = await SendAsync(new("/health/ready"), "*/*", "identity");
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        throw new InvalidOperationException("The service did not start.");
    }

    public void Dispose() => wire.Dispose();

    private async Task<byte[]> BodyAsync(AskedPage page, string type, string coding)
    {
        using var answer = await SendAsync(page, type, coding);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync() : throw new InvalidOperationException($"{page.Address}: {(int)answer.StatusCode}");
    }

    private async Task<HttpResponseMessage> SendAsync(AskedPage page, string type, string coding)
    {
        var visit = ++visits;
        using var request = new HttpRequestMessage(page.Form is null ? HttpMethod.Get : HttpMethod.Post, new Uri(site, page.Address));
        if (page.Form is { } form)
            request.Content = new FormUrlEncodedContent(form);
        request.Headers.TryAddWithoutValidation("Accept", type);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{visit >> 16 & 255}.{visit >> 8 & 255}.{visit & 255}"));
        return await wire.SendAsync(request, CancellationToken.None);
    }
}
