using System.Text;

namespace DcCourseIndex.Crawler.Fetching.Recorded;

/// <summary>Masks in an answer the secrets that its request carried, wherever a portal repeats them.</summary>
internal static class SecretBytes
{
    // Shorter values («guest») are no secrets and occur in ordinary text.
    private const int ShortestSecret = 8;

    public static byte[] Mask(byte[] answer, string url, string? body)
    {
        var secrets = SafeAddress.SecretsIn(url).Concat(SafeAddress.SecretsIn(body ?? "")).Where(secret => secret.Length >= ShortestSecret).Distinct().ToList();
        if (secrets.Count == 0)
        {
            return answer;
        }
        // Latin-1 keeps every byte as one letter.
        var text = Encoding.Latin1.GetString(answer);
        return Encoding.Latin1.GetBytes(secrets.Aggregate(text, (masked, secret) => masked.Replace(secret, SafeAddress.Mask, StringComparison.Ordinal)));
    }
}
