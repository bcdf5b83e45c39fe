using System.Text;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Fetching.Recorded;

/// <summary>Masks in an answer the secrets that its request carried, wherever a portal repeats them.</summary>
internal static partial class SecretBytes
{
    // Shorter values («guest») are no secrets and occur in ordinary text.
    private const int ShortestSecret = 8;

    /// <summary>Masks the secrets of the request, the session keys of the run, and the keys that Moodle and Django write into their pages.</summary>
    public static byte[] Mask(byte[] answer, string url, string? body, IReadOnlyList<string> session)
    {
        var secrets = SafeAddress.SecretsIn(url).Concat(SafeAddress.SecretsIn(body ?? "")).Where(secret => secret.Length >= ShortestSecret).Concat(session).Concat(PageKeys(answer)).Distinct().ToList();
        if (secrets.Count == 0)
        {
            return answer;
        }
        // Latin-1 keeps every byte as one letter.
        var text = Encoding.Latin1.GetString(answer);
        return Encoding.Latin1.GetBytes(secrets.Aggregate(text, (masked, secret) => masked.Replace(secret, SafeAddress.Mask, StringComparison.Ordinal)));
    }

    /// <summary>Whether a page carries a token or a session key of its own making, so that it must not be kept.</summary>
    public static bool AreIn(ReadOnlyMemory<byte> answer) => PageKeys(answer.Span).Any(key => key.Length >= ShortestSecret);

    private static List<string> PageKeys(ReadOnlySpan<byte> answer)
    {
        var text = Encoding.Latin1.GetString(answer);
        return [.. PageKey().Matches(text).Select(match => match.Groups[1].Value), .. SafeAddress.SecretsIn(text).Where(secret => secret.Length >= ShortestSecret && secret.Any(char.IsAsciiDigit))];
    }

    [GeneratedRegex("""(?:sesskey|csrf_?[tT]oken)(?:["']?\s*[:=]\s*["']?|["']\s+value=["'])([A-Za-z0-9]{6,64})""", RegexOptions.CultureInvariant)]
    private static partial Regex PageKey();
}
