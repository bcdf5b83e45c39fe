using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Pages.Courses;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What was said and asked at the desk, in words.</summary>
internal static class DeskText
{
    /// <summary>A verdict in a clause, competences by their codes.</summary>
    public static string Said(PageTexts texts, CourseVerdict verdict) => verdict.Verdict switch
    {
        VerdictKind.Confirm when verdict.Competence is { } code => texts.Fill("desk.verdict.confirm", code),
        VerdictKind.Confirm => texts.Fill("desk.verdict.right", Plain(verdict.Value)),
        VerdictKind.Reject when verdict.Competence is { } code => texts.Fill("desk.verdict.reject", code),
        VerdictKind.Reject => texts["desk.verdict.none"],
        VerdictKind.Add => texts.Fill("desk.verdict.add", verdict.Competence ?? ""),
        VerdictKind.Hide => texts["desk.verdict.hide"],
        _ => verdict.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
            ? texts.Fill("desk.verdict.unset", texts.Value("set", verdict.Field ?? ""))
            : texts.Fill("desk.verdict.set", texts.Value("set", verdict.Field ?? ""), texts.Value(verdict.Field ?? "", Plain(verdict.Value))),
    };

    /// <summary>A request in a clause.</summary>
    public static string Asked(PageTexts texts, DeskRequest request) => texts.Fill(
        $"desk.asked.{(request.Asked.Undo ? "undo-" : "")}{request.Row.Verb}",
        request.Row.Verb switch
        {
            DeskRequests.Accept or DeskRequests.Discard => texts.Number(request.Asked.Run),
            DeskRequests.Look => request.Asked.Address ?? "",
            DeskRequests.AddSource => texts.Number(request.Asked.Request),
            DeskRequests.Join or DeskRequests.Split => string.Join(", ", request.Asked.Courses),
            _ => string.Join(", ", request.Asked.Sources),
        });

    /// <summary>What an assignment rests on, in one line: words by the field that they stand in.</summary>
    public static string Reasons(PageTexts texts, IReadOnlyList<Evidence> evidence) => string.Join("; ",
    [
        .. evidence.Where(one => one.Kind == EvidenceKind.Text).GroupBy(one => one.Field, StringComparer.Ordinal)
            .Select(field => texts.Fill("desk.words", texts.Value("field", field.Key), string.Join(", ", field.Select(one => one.Text)))),
        .. evidence.Where(one => one.Kind != EvidenceKind.Text).Select(one => CourseWords.Reason(texts, one)),
    ]);

    /// <summary>A competence by code and name.</summary>
    public static string Competence(Framework framework, string code, PageTexts texts) => $"{code} {CompetenceCodes.Label(framework, code, texts.Lang)}";

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String) => string.Join(", ", value.EnumerateArray().Select(one => one.GetString())),
        JsonValueKind.Undefined => "",
        _ => JsonSerializer.Serialize(value, Wire.Json),
    };
}
