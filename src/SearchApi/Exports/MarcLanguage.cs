using System.Globalization;

namespace DcCourseIndex.SearchApi.Exports;

/// <summary>The language codes of MARC 21, which are those of ISO 639-2 for bibliographies.</summary>
internal static class MarcLanguage
{
    /// <summary>Where the bibliographic code is not the terminological one.</summary>
    private static readonly Dictionary<string, string> Bibliographic = new(StringComparer.Ordinal)
    {
        ["sqi"] = "alb", ["hye"] = "arm", ["eus"] = "baq", ["mya"] = "bur", ["zho"] = "chi", ["ces"] = "cze", ["nld"] = "dut", ["fra"] = "fre",
        ["kat"] = "geo", ["deu"] = "ger", ["ell"] = "gre", ["isl"] = "ice", ["mkd"] = "mac", ["mri"] = "mao", ["msa"] = "may", ["fas"] = "per",
        ["ron"] = "rum", ["slk"] = "slo", ["bod"] = "tib", ["cym"] = "wel",
    };

    /// <summary>Three letters: <c>mul</c> for mixed, <c>und</c> where nothing is known.</summary>
    public static string Of(string? tag)
    {
        if (tag is null or "mul")
            return tag ?? "und";
        try
        {
            var code = CultureInfo.GetCultureInfo(tag, predefinedOnly: true).ThreeLetterISOLanguageName;
            return code is { Length: 3 } && code != "ivl" && code.All(char.IsAsciiLetterLower) ? Bibliographic.GetValueOrDefault(code, code) : "und";
        }
        catch (CultureNotFoundException)
        {
            return "und";
        }
    }
}
