using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>Identity: <c>{source}.{key}</c>, the same for ever, safe in addresses and file names.</summary>
public static partial class CourseId
{
    /// <summary>True for a name that a source may have: 2 to 40 of a-z, 0-9 and hyphen.</summary>
    public static bool IsSourceName(string name) => SourceName().IsMatch(name);

    /// <summary>Joins source and platform identifier. An identifier with other letters, or a long one, gives way to 16 characters of base32 (RFC 4648 §6, lower case) of its SHA-256.</summary>
    public static string Of(string source, string sourceId) =>
        $"{source}.{(PlainKey().IsMatch(sourceId) ? sourceId : Digest(sourceId))}";

    /// <summary>True for anything that could be an identifier of this catalogue; says nothing of its existence.</summary>
    public static bool IsWellFormed(string id)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && IsSourceName(id[..dot]) && PlainKey().IsMatch(id[(dot + 1)..]);
    }

    private static string Digest(string sourceId)
    {
        const string alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(sourceId));
        return string.Create(16, hash, static (key, hash) =>
        {
            for (var i = 0; i < key.Length; i++)
            {
                var bit = i * 5;
                var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
                key[i] = alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }

    [GeneratedRegex(@"^[a-z0-9-]{2,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SourceName();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainKey();
}
