using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.Indexer.Query;
using DcCourseIndex.SearchApi.Exports;

namespace DcCourseIndex.SearchApi.Parameters;

/// <summary>Every parameter of the search API, once.</summary>
internal static partial class KnownParameters
{
    public static readonly Parameter Text = new("q", "What to look for, in words; empty or absent asks for everything. " + QueryLanguage()) { MayBeEmpty = true, MayHaveLines = true, Example = "медіаграмотність" };

    public static readonly Parameter Typed = new("q", "The letters typed so far.") { MayBeEmpty = true, Required = true, Example = "мед" };

    public static readonly Parameter Language = new("lang", "The reader's language, for labels and suggestions.") { Values = ["uk", "en"], Default = "uk" };

    public static readonly Parameter Sort = new("sort", "The order of the items. Only id pages through a changing catalogue without loss.")
    { Values = Wire.All<SortOrder>(), Default = "relevance" };

    public static readonly Parameter Limit = new("limit", "How many items at most.") { Range = (1, 100), Default = "20" };

    public static readonly Parameter SuggestLimit = new("limit", "How many completions at most.") { Range = (1, 20), Default = "8" };

    public static readonly Parameter Cursor = new("cursor", "«next» of an earlier answer to the same query.");

    public static readonly Parameter ListCursor = new("cursor", "As the links of an earlier page have it; last is the end of a list that is not too long.");

    public static readonly Parameter RunsCursor = new("cursor", "«next» of the page before.")
    { Form = (value => value.Length is > 0 and <= 18 && value.All(char.IsAsciiDigit), "use «next» of an answer for the same source, or leave it out.") };

    public static readonly Parameter Fields = new("fields", "Members of the items to send, separated by commas; id always comes along.") { Example = "title,url,competences" };

    public static readonly Parameter Collapse = new("collapse", "false lists every listing of a course that several portals offer; else such a course is one item, counts once, and matches where one of its offers meets all filters.")
    { Values = ["true", "false"], Default = "true" };

    public static readonly Parameter Explain = new("explain", "true adds to each item in words how its score came about.") { Values = ["true", "false"], Default = "false" };

    public static readonly Parameter Format = new("format", "The form of the answer. All but json are files: a search gives the first 1,000 courses, or as many as «limit» says, without cursor, fields and explain; the header X-Total-Count tells how many there are.")
    { Values = [ExportFormat.Json, .. ExportFormat.All.Select(format => format.Name)], Default = ExportFormat.Json };

    public static readonly Parameter SuggestFormat = new("format", "opensearch answers the array that browsers ask for (OpenSearch suggestions).") { Values = ["json", "opensearch"], Default = "json" };

    public static readonly Parameter FeedFormat = new("format", "The form of the feed; ical has the dated runs.")
    { Values = [.. Feeds.FeedFormat.All.Select(format => format.Name)], Default = "atom" };

    /// <summary>Only frameworks that this installation has.</summary>
    public static Parameter Framework(Frameworks frameworks) =>
        new("framework", "The framework in whose codes areas and competences are given and asked for.")
        { Values = [.. frameworks.All.Select(framework => framework.Id)], Default = Frameworks.Default };

    public static Parameter Of(Facet facet) => new(Wire.Name(facet), Meaning(facet)) { Repeats = true, Values = Values(facet), Form = Form(facet), Example = Example(facet) };

    private static string QueryLanguage() =>
        "«quoted words» stand next to each other; -word keeps out; beginning* from three letters; OR, АБО (in capitals) and | part alternatives, brackets hold words together (up to 16 alternatives); "
        + "title:word or назва:word must stand in the title. A field word is the parameter of the same name, its value in wire form or in the words of the pages, «in quotes» where it has blanks, several separated by commas: "
        + string.Join(", ", FieldWords.Filters.Values.Select(words => string.Join(" or ", words.Select(word => word + ":"))))
        + ". Unknown field words are plain words. Of a text the first 500 characters and 32 words are read.";

    private static string Meaning(Facet facet) => facet switch
    {
        Facet.Area => "Code of a competence area of the framework.",
        Facet.Competence => "Code of a competence of the framework.",
        Facet.Level => "Proficiency level.",
        Facet.Context => "What the learner wants the competence for.",
        Facet.Language => "Language of the course (BCP 47; mul for mixed).",
        Facet.Subtitle => "Language of subtitles (BCP 47).",
        Facet.Provider => "Name of the platform, as the facet counts spell it.",
        Facet.Source => "Name of the source.",
        Facet.Price => "What learning costs.",
        Facet.Access => "How a learner gets in.",
        Facet.Mode => "Who sets the pace.",
        Facet.Credential => "What the learner holds at the end.",
        Facet.Tutor => "Whether a tutor or mentor helps.",
        Facet.Duration => "Hours of work, else length: short up to 3 hours, medium up to 20, long above.",
        Facet.Start => "On the day of the question: now (self-paced or running), upcoming, past.",
        Facet.Link => "What the last link checks found.",
        Facet.State => "Where the course stands in its life; retired ones are not in the index.",
        _ => throw new ArgumentOutOfRangeException(nameof(facet), facet, "A facet without a description."),
    };

    private static IReadOnlyList<string>? Values(Facet facet) => facet switch
    {
        Facet.Level => Wire.All<Level>(),
        Facet.Context => Wire.All<Context>(),
        Facet.Price => Wire.All<Price>(),
        Facet.Access => Wire.All<Access>(),
        Facet.Mode => Wire.All<CourseMode>(),
        Facet.Credential => Wire.All<Credential>(),
        Facet.Tutor => Wire.All<Tutor>(),
        Facet.Duration => ["short", "medium", "long", "unknown"],
        Facet.Start => ["now", "upcoming", "past", "unknown"],
        Facet.Link => Wire.All<LinkHealth>(),
        Facet.State => Wire.All<CourseState>(),
        _ => null,
    };

    private static string? Example(Facet facet) => facet switch
    {
        Facet.Area => "1",
        Facet.Competence => "1.2",
        Facet.Language => "uk",
        Facet.Subtitle => "en",
        Facet.Source => "prometheus",
        _ => null,
    };

    private static (Func<string, bool>, string)? Form(Facet facet) => facet switch
    {
        Facet.Language or Facet.Subtitle => (LanguageTag().IsMatch, "use a BCP 47 language tag in its usual letters, for example uk, en or pt-BR."),
        Facet.Source => (CourseId.IsSourceName, "a source's name is 2 to 40 of a-z, 0-9 and hyphen."),
        _ => null,
    };

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
