using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;
using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Classify;

/// <summary>Tags listings that are not in the catalogue; the same for <c>POST /api/v1/classify</c> and for the verb <c>classify</c>.</summary>
public sealed class ListingClassifier(CompetenceTagger tagger, Frameworks frameworks)
{
    private static readonly JsonSerializerOptions Lenient = new(Wire.Json) { RespectNullableAnnotations = true };

    private readonly CompetenceCodes codes = new(frameworks);

    /// <summary>One line of JSON for one line of JSON: the listing's competences, or what is wrong with it. Members beyond id, title, summary, language and framework are passed over. <paramref name="framework"/> is for lines that name none.</summary>
    public (string? Answer, string? Problem) ClassifyLine(string line, string? framework = null)
    {
        try
        {
            return JsonSerializer.Deserialize<ClassifyListing>(line, Lenient) is { } listing
                ? (JsonSerializer.Serialize(Classify(listing, framework), Wire.Json), null)
                : (null, "Here stands null instead of a listing.");
        }
        catch (JsonException wrong)
        {
            return (null, JsonTrouble.Say(wrong));
        }
        catch (KeyNotFoundException wrong)
        {
            return (null, wrong.Message);
        }
    }

    internal Classified Classify(ClassifyListing listing, string? otherwise = null)
    {
        var title = HtmlText.OneLine(listing.Title, listing.Language);
        var summary = HtmlText.ToText(listing.Summary, listing.Language);
        var language = listing.Language ?? LanguageGuess.Guess(title, summary);
        var tagging = tagger.Tag(new TaggedText(title, summary, Language: language));
        var framework = listing.Framework ?? otherwise ?? Frameworks.Default;
        return new Classified
        {
            Id = listing.Id,
            Framework = framework,
            Competences = codes.Translate(tagging, framework),
            Primary = codes.Primary(tagging, framework),
            Level = tagging.Level,
            Language = language,
        };
    }
}
