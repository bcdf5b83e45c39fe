using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Fetching;

/// <summary>Makes addresses and messages fit to be logged, shown and recorded: tokens, passwords and session keys in them are masked.</summary>
public static partial class SafeAddress
{
    /// <summary>What stands in the place of a secret, also in recordings.</summary>
    public const string Mask = "TOKEN";

    /// <summary>The address with every secret value masked and without user name.</summary>
    public static string Of(Uri address) => Of(address.IsAbsoluteUri && address.UserInfo.Length > 0
        ? address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
        : address.IsAbsoluteUri ? address.AbsoluteUri : address.OriginalString);

    /// <summary>A text (an address, a form body, an error message) with every <c>token=…</c> in it masked.</summary>
    public static string Of(string text) => Secret().Replace(text, match => match.Groups[1].Value + Mask);

    /// <summary>Whether an address carries a secret, so that its answer must not be kept.</summary>
    public static bool HasSecret(Uri address) => Secret().IsMatch(address.Query);

    /// <summary>Whether a parameter or form field of this name holds a secret.</summary>
    internal static bool IsSecret(string name) => Secret().IsMatch(name + "=x");

    /// <summary>The secret values that a text carries.</summary>
    internal static IEnumerable<string> SecretsIn(string text) => Secret().Matches(text).Select(match => match.Value[match.Groups[1].Length..]);

    [GeneratedRegex(@"(?<![A-Za-z0-9])((?:ws|access_|auth_|login|private)?(?:token|password|sesskey|api_?key|secret|phpsessid|jsessionid|sessionid|moodlesession[a-z0-9]*)=)[^&#\s""'<>]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
