using System.Collections.Frozen;
using System.Security.Cryptography;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The keys that stand, as they were at one moment, for looking up without the store.</summary>
public sealed class KeptKeys
{
    // So that a key with an unknown beginning takes as long to refuse as one with a wrong end.
    private static readonly Secret Nobody = new(null, new byte[16], new byte[32]);
    private readonly FrozenDictionary<string, Secret> byPrefix;

    internal KeptKeys(IEnumerable<Secret> keys) => byPrefix = keys.ToFrozenDictionary(key => key.Key!.Prefix, StringComparer.Ordinal);

    /// <summary>The key that somebody sent; null where it is none of these. The time taken tells nothing of how much of it was right.</summary>
    public ApiKey? Find(string sent)
    {
        if (!KeySecret.TryRead(sent, out var prefix))
        {
            return null;
        }

        var kept = byPrefix.GetValueOrDefault(prefix, Nobody);
        return CryptographicOperations.FixedTimeEquals(KeySecret.Hash(kept.Salt, sent), kept.Hash) && kept.Key is not null ? kept.Key : null;
    }

    internal sealed record Secret(ApiKey? Key, byte[] Salt, byte[] Hash);
}
