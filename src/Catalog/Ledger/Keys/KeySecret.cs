using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// The text of a key: <c>dci_</c>, eight characters by which it is found, <c>_</c>, and 256 random bits.
/// Kept is SHA-256 over a salt and those bits. A slow hash, as passwords need it, would add nothing: nobody can try out 2^256 secrets,
/// and every request would pay for it.
/// </summary>
internal static class KeySecret
{
    private const string Mark = "dci_";
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int Found = 8;
    private const int Bytes = 32;
    private const int PrefixLength = 12;
    private static readonly int SecretLength = Base64Url.GetEncodedLength(Bytes);

    public static (string Prefix, string Text) Make()
    {
        var prefix = Mark + RandomNumberGenerator.GetString(Letters, Found);
        return (prefix, $"{prefix}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes))}");
    }

    public static byte[] Salt() => RandomNumberGenerator.GetBytes(16);

    /// <summary>Takes a key apart; false for whatever was never made here.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? prefix)
    {
        prefix = null;
        if (text.Length != PrefixLength + 1 + SecretLength || text[PrefixLength] != '_' || !text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        prefix = text[..PrefixLength];
        return true;
    }

    public static byte[] Hash(byte[] salt, string text) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(text)]);
}
