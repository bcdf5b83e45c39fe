using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>The word in every form of the desk that shows that the form came from here: it is made of the secret in the browser's cookie, which no other site can read or guess.</summary>
internal static class FormToken
{
    public const string Field = "token";

    private static readonly byte[] Purpose = "form of the desk"u8.ToArray();

    public static string Of(string secret) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Purpose));

    public static bool Fits(string secret, string sent) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret)), Encoding.UTF8.GetBytes(sent));
}
