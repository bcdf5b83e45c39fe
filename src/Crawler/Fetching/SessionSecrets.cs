using System.Text;
using DcCourseIndex.Crawler.Fetching.Network;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>The session keys that portals gave this run, so that they go to no other host and are kept nowhere.</summary>
internal sealed class SessionSecrets
{
    // Shorter values («uk», «1») are no keys and occur in ordinary text; and a key is no word, but letters and digits mixed.
    private const int ShortestSecret = 8;
    private const int ShortestKey = 12;

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Takes the cookies of an answer.</summary>
    public void Learn(Answer answer) => Learn(answer.Header("Set-Cookie"));

    /// <summary>The same for a header's value; several cookies may be joined with a comma.</summary>
    public void Learn(string? cookies)
    {
        foreach (var key in CookieValues(cookies))
        {
            lock (gate)
            {
                keys.Add(key);
            }
        }
    }

    /// <summary>Whether a text holds one of the keys.</summary>
    public bool IsIn(ReadOnlySpan<byte> text)
    {
        foreach (var key in Keys)
        {
            if (text.IndexOf(Encoding.UTF8.GetBytes(key)) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (gate)
            {
                return [.. keys];
            }
        }
    }

    /// <summary>The failure because of which a redirect to another host is not followed: its address carries a token or a session key of this run.</summary>
    public PageFailure? Leak(PageRequest request, Uri from, Uri? to)
    {
        if (to is null || string.Equals(from.Authority, to.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var sent = SafeAddress.SecretsIn(request.Address.Query).Concat((request.Form ?? new Dictionary<string, string>()).Where(field => SafeAddress.IsSecret(field.Key)).Select(field => field.Value));
        var written = Uri.UnescapeDataString(to.AbsoluteUri);
        return SafeAddress.HasSecret(to) || sent.Concat(Keys).Any(secret => secret.Length >= ShortestSecret && written.Contains(Uri.UnescapeDataString(secret), StringComparison.Ordinal))
            ? new(FailureKind.ForbiddenAddress, $"{SafeAddress.Of(from)} leads to another host ({to.IdnHost}) and takes a token or session key along, so it is not followed; put that host into address: if it is right.")
            : null;
    }

    private static IEnumerable<string> CookieValues(string? cookies) => (cookies ?? "")
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(cookie => cookie.Split(';', 2)[0])
        .Where(pair => pair.Contains('=', StringComparison.Ordinal))
        .Select(pair => pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim().Trim('"'))
        .Where(value => value.Length >= ShortestKey && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter));
}
