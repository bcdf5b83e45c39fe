using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>
/// Which records of a repository are courses or material to learn with. Repositories hold mostly articles and theses, so without further
/// word only those types count that say teaching or learning; <c>categories:</c> names sets, and with «type:» other types («type:*»: all).
/// </summary>
internal sealed class OaiChoice
{
    private const string TypeMark = "type:";

    // As DSpace, EPrints, OJS, the COAR and info:eu-repo vocabularies and Ukrainian repositories write them; compared without case.
    private static readonly HashSet<string> Learning = new(StringComparer.OrdinalIgnoreCase)
    {
        "learning object", "learningobject", "learning resource", "learningresource", "learning material", "course", "online course", "distance course", "courseware", "mooc",
        "teaching resource", "teaching material", "teaching materials", "educational resource", "educational material", "educational materials", "open educational resource", "oer",
        "lecture", "lecture notes", "video lecture", "training material", "training materials", "tutorial", "textbook", "text book", "study guide",
        "http://purl.org/coar/resource_type/c_e059", "https://purl.org/coar/resource_type/c_e059", "http://purl.org/coar/resource_type/c_8544", "https://purl.org/coar/resource_type/c_8544",
        "info:eu-repo/semantics/lecture", "info:eu-repo/semantics/learningobject",
        "курс", "онлайн-курс", "онлайн курс", "дистанційний курс", "електронний курс", "відеокурс", "курс лекцій", "конспект лекцій", "лекція", "лекції",
        "навчальний матеріал", "навчальні матеріали", "навчально-методичні матеріали", "методичні матеріали", "навчальний посібник", "навчально-методичний посібник",
        "посібник", "підручник", "електронний підручник", "навчальний об'єкт", "навчальний об’єкт", "навчальний ресурс", "освітній ресурс", "практикум",
    };

    private readonly HashSet<string>? types;

    public OaiChoice(SourceDefinition source)
    {
        var named = source.Categories.Where(IsType).Select(category => category.Trim()[TypeMark.Length..].Trim()).ToList();
        types = named.Count == 0 ? Learning : named.Contains("*") ? null : new HashSet<string>(named, StringComparer.OrdinalIgnoreCase);
        Sets = [.. source.Categories.Where(category => !IsType(category))];
    }

    /// <summary>Sets by identifier or name; empty: the whole repository.</summary>
    public IReadOnlyList<string> Sets { get; }

    public bool Takes(OaiRecord record) => types is null || record.Values("type").Any(types.Contains);

    public static IEnumerable<ConfigProblem> Check(SourceDefinition source) => source.Categories
        .Where(category => IsType(category) && category.Trim().Length == TypeMark.Length)
        .Select(_ => new ConfigProblem(source.File, null, "`categories:` holds «type:» without a type; write it as \"type:Book\", or \"type:*\" for all records."));

    private static bool IsType(string category) => category.TrimStart().StartsWith(TypeMark, StringComparison.OrdinalIgnoreCase);
}
