using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>Says in the OpenAPI document, in Ukrainian and in English, what each group of addresses is for.</summary>
internal static class DescribedTags
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["courses"] = "Пошук курсів, один курс, схожі курси, стрічки новин. Search for courses, one course, similar courses, feeds.",
        ["protocols"] = "OAI-PMH і SRU для бібліотечних систем. OAI-PMH and SRU for library systems.",
        ["exchange"] = "Формати для інших порталів: MOOChub, AMB, OPDS, oEmbed. Formats for other portals: MOOChub, AMB, OPDS, oEmbed.",
        ["competences"] = "Компетентності, їх покриття курсами, навчальний шлях, розмітка оголошень. Competences, how courses cover them, learning paths, tagging of listings.",
        ["lists"] = "Переліки курсів, які складають люди. Lists of courses that people put together.",
        ["curation"] = "Вердикти бібліотекарів і черга перегляду; потрібен ключ. Verdicts of librarians and the queue for review; a key is needed.",
        ["mirroring"] = "Повна копія каталогу і його зміни. A full copy of the catalogue, and its changes.",
        ["sources"] = "Джерела, їх обходи і стан. The sources, their runs and how they fare.",
        ["places"] = "Місця, де допомагають навчатися. Places where people are helped to learn.",
        ["operation"] = "Про що питають; потрібен ключ оператора. What is asked; an operator's key is needed.",
        ["health"] = "Чи живий процес і чи готовий відповідати. Whether the process lives and can serve.",
    };

    public static void AddTo(OpenApiDocument document)
    {
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
            tag.Description = Known.GetValueOrDefault(tag.Name ?? "");
    }
}
