using System.Text.RegularExpressions;

namespace DcCourseIndex.Crawler.Sources;

/// <summary>Whether a text is a language tag of BCP 47 as far as a source needs it: language, script, region.</summary>
internal static partial class LanguageCode
{
    // ISO 639-2 (both its codes where there are two) with the two letters of ISO 639-1, written together.
    private static readonly Dictionary<string, string> Short = """
        aaraa abkab afraf akaak albsq amham araar argan armhy asmas avaav aveae aymay azeaz bakba bambm baqeu belbe benbn bisbi bodbo bosbs
        brebr bulbg burmy catca cescs chach chece chizh chucu chvcv corkw cosco crecr cymcy czecs danda deude divdv dutnl dzodz ellel engen
        epoeo estet euseu eweee faofo fasfa fijfj finfi frafr frefr fryfy fulff geoka gerde glagd glega glggl glvgv greel grngn gujgu hatht
        hauha hebhe herhz hinhi hmoho hrvhr hunhu hyehy iboig iceis idoio iiiii ikuiu ileie inaia indid ipkik islis itait javjv jpnja kalkl
        kankn kasks katka kaukr kazkk khmkm kikki kinrw kirky komkv konkg korko kuakj kurku laolo latla lavlv limli linln litlt ltzlb lublu
        luglg macmk mahmh malml maomi marmr mayms mkdmk mlgmg mltmt monmn mrimi msams myamy nauna navnv nblnr ndend ndong nepne nldnl nnonn
        nobnb norno nyany ocioc ojioj orior ormom ossos panpa perfa plipi polpl porpt pusps quequ rohrm ronro rumro runrn rusru sagsg sansa
        sinsi slksk slosk slvsl smese smosm snasn sndsd somso sotst spaes sqisq srdsc srpsr sswss sunsu swasw swesv tahty tamta tattt telte
        tgktg tgltl thath tibbo tirti tonto tsntn tsots tuktk turtr twitw uigug ukruk urdur uzbuz venve vievi volvo welcy wlnwa wolwo xhoxh
        yidyi yoryo zhaza zhozh zulzu
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[..3], pair => pair[3..], StringComparer.Ordinal);

    private static readonly HashSet<string> Two = [.. Short.Values];

    /// <summary>What is wrong with it, as the rest of a sentence that began with it; null: nothing. RFC 5646 §2.2.1: of two codes of a language the shorter.</summary>
    public static string? Problem(string text)
    {
        if (!Form().IsMatch(text))
        {
            return "is no language code; write it as uk, en or uk-UA.";
        }

        var (language, rest) = text.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? (text[..end], text[end..]) : (text, "");
        return language switch
        {
            "ua" => $"is the code of the country; the language is uk: write language: uk{rest}.",
            { Length: 3 } when Short.TryGetValue(language, out var two) => $"is a code of three letters where there is one of two; write language: {two}{rest}.",
            { Length: 2 } when !Two.Contains(language) => "is no language code; write it as uk, en or uk-UA.",
            _ => null,
        };
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
