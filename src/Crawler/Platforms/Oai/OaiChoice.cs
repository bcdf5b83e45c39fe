using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>
/// Which records of a repository are courses or material to learn with. Repositories hold mostly articles and theses, so without further
/// word only those types count that say teaching or learning; <c>categories:</c> names sets, with «type:» other types («type:*»: all), and with «subject:» the subjects
/// of which a record must have one.
/// </summary>
internal sealed class OaiChoice
{
    private const string TypeMark = "type:";
    private const string SubjectMark = "subject:";

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
    private readonly HashSet<string> subjects;

    public OaiChoice(SourceDefinition source)
    {
        var named = Named(source, TypeMark);
        types = named.Count == 0 ? Learning : named.Contains("*") ? null : named;
        subjects = Named(source, SubjectMark);
        Sets = [.. source.Categories.Where(category => !Is(category, TypeMark) && !Is(category, SubjectMark))];
    }

    /// <summary>Sets by identifier or name; empty: the whole repository.</summary>
    public IReadOnlyList<string> Sets { get; }

    public bool Takes(OaiRecord record) =>
        (types is null || record.Values("type").Any(types.Contains)) && (subjects.Count == 0 || record.Values("subject").Any(subjects.Contains));

    public static IEnumerable<ConfigProblem> Check(SourceDefinition source) => source.Categories
        .Where(category => category.Trim().ToLowerInvariant() is TypeMark or SubjectMark)
        .Select(category => new ConfigProblem(source.File, null, $"`categories:` holds «{category.Trim()}» with nothing behind it; write it as \"type:Book\", \"subject:кібербезпека\", or \"type:*\" for all records."));

    private static HashSet<string> Named(SourceDefinition source, string mark) => new(
        source.Categories.Where(category => Is(category, mark)).Select(category => category.Trim()[mark.Length..].Trim()).Where(name => name.Length > 0),
        StringComparer.OrdinalIgnoreCase);

    private static bool Is(string category, string mark) => category.TrimStart().StartsWith(mark, StringComparison.OrdinalIgnoreCase);
}
