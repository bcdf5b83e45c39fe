using System.Text;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Links;

/// <summary>Recognises answers that are a wall against robots and not the page: challenges, captchas, firewalls; whatever their status. Pure.</summary>
internal static class RobotWalls
{
    private const int ShortPage = 400;

    private static readonly string[] Titles =
    [
        "just a moment", "attention required cloudflare", "ddos guard", "access denied", "checking your browser", "перевірка браузера", "перевіряємо ваш браузер",
        "verify you are human", "are you a robot", "ви не робот", "підтвердіть що ви не робот", "security check", "bot verification", "human verification",
        "sucuri website firewall access denied", "pardon our interruption", "доступ заборонено", "доступ обмежено",
    ];

    /// <summary>Parts of the markup that stand on challenge pages only.</summary>
    private static readonly string[] Marks = ["_cf_chl_opt", "cf-challenge-running", "/_Incapsula_Resource?", "px-captcha", "ddos-guard/js-challenge", "aws-waf-token", "_pxAppId"];

    /// <summary>Enough on a page with hardly any words.</summary>
    private static readonly string[] Captchas = ["g-recaptcha", "h-captcha", "cf-turnstile", "smart-captcha"];

    private static readonly string[] ShortPhrases =
    [
        "enable javascript and cookies to continue", "checking your browser", "verify that you are human", "verify you are human", "verifying you are human",
        "підтвердіть що ви людина", "підтвердіть що ви не робот", "unusual traffic", "незвичний трафік",
    ];

    /// <summary>What gives the wall away; null: it is none.</summary>
    public static string? Find(Page page, PageWords words)
    {
        // Cloudflare sets this header on every challenge page, and on nothing else.
        if (page.Headers.GetValueOrDefault("cf-mitigated") == "challenge")
        {
            return "cf-mitigated: challenge";
        }

        if (Array.Find(Titles, title => PageWords.Holds(words.Title, title)) is { } titled)
        {
            return titled;
        }

        var markup = Encoding.Latin1.GetString(page.Body.Span);
        return Array.Find(Marks, mark => markup.Contains(mark, StringComparison.Ordinal))
            ?? (words.Text.Length > ShortPage ? null
                : Array.Find(Captchas, mark => markup.Contains(mark, StringComparison.OrdinalIgnoreCase))
                    ?? Array.Find(ShortPhrases, phrase => PageWords.Holds(words.Text, phrase)));
    }
}
