using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DcCourseIndex.SearchApi.Hosting;

/// <summary>Bytes with the validators of RFC 9110 §8.8: the tag changes with the bytes and never without them. Where no time of change is known, both are left to <c>ReadValidators</c>, which knows since when it has been so.</summary>
internal static class Revalidated
{
    public static FileContentHttpResult Bytes(byte[] bytes, string type, DateTimeOffset? modified = null, string? file = null) =>
        TypedResults.Bytes(bytes, type, file, lastModified: modified,
            entityTag: modified is null ? null : new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\""));
}
