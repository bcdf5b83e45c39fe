using System.Text;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>One hop of a page request, as often as it must be sent: where redirects have led, and what is known of the page already.</summary>
internal sealed record Ask(Uri Address, string Accept)
{
    public IReadOnlyDictionary<string, string>? Form { get; init; }
    public string? Json { get; init; }
    public string? FormToken { get; init; }
    public RememberedPage? Remembered { get; init; }

    /// <summary>Bytes after which the rest of the body is left unread, because its beginning is enough; null: all of it, or a failure where it exceeds the cap of a page.</summary>
    public int? Enough { get; init; }

    public bool IsPost => Form is not null || Json is not null;

    /// <summary>A fresh message for one attempt.</summary>
    public HttpRequestMessage Message(FetchSettings settings)
    {
        var message = new HttpRequestMessage(IsPost ? HttpMethod.Post : HttpMethod.Get, Address)
        {
            Content = Form is not null ? new FormUrlEncodedContent(Form)
                : Json is not null ? new StringContent(Json, Encoding.UTF8, "application/json")
                : null,
        };
        Add(message, "User-Agent", settings.UserAgent);
        Add(message, "Accept", Accept);
        // Portals translate labels and button titles; readers know the Ukrainian ones.
        Add(message, "Accept-Language", "uk");
        Add(message, "Accept-Encoding", "gzip, br, deflate");
        Add(message, "X-CSRFToken", FormToken);
        Add(message, "Referer", FormToken is null ? null : Address.GetLeftPart(UriPartial.Authority) + "/");
        Add(message, "If-None-Match", Remembered?.ETag);
        Add(message, "If-Modified-Since", Remembered?.LastModified);
        return message;
    }

    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
