using System.Text.Json;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>A field's value as an imported listing states it → as the course record holds it, or the sentence that says why it does not fit; exactly one of the two.</summary>
public delegate (JsonElement? Value, string? Problem) FieldReading(string field, JsonElement value);

/// <summary>Judges a verdict by itself: codes that there are, members that belong together, values that the record can hold. What only the catalogue knows is judged there.</summary>
public sealed class VerdictCheck(Frameworks frameworks, FieldReading reading)
{
    /// <summary>Longest note, in UTF-16 units.</summary>
    public const int LongestNote = 1000;

    /// <summary>The verdict in its normal form, or what is wrong with it: the member and a sentence.</summary>
    public (SaidVerdict? Verdict, string? Member, string? Problem) Check(SaidVerdict said)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (!CourseId.IsWellFormed(said.Course))
        {
            return (null, "course", "this is no course's number; it looks like «source.key» and stands on the course's page.");
        }

        if (said.Note is { } note && (note.Length > LongestNote || note.Any(c => char.IsControl(c) && c != '\n')))
        {
            return (null, "note", $"a note is text of at most {LongestNote} characters, without control characters but line breaks.");
        }

        var (member, problem) = said.Verdict switch
        {
            VerdictKind.Set => ("field", said.Field is null ? $"«set» names a field: {string.Join(", ", VerdictFields.All)}." : said.Competence is null ? null : "«set» takes no competence."),
            _ when said.Field is not null => ("field", $"only «set» takes a field; «{Wire.Name(said.Verdict)}» does not."),
            VerdictKind.Hide => ("competence", said.Competence is null ? null : "«hide» takes no competence."),
            VerdictKind.Add => ("competence", said.Competence is null ? "«add» names a competence." : null),
            _ => ("", null),
        };
        if (problem is null && said.Competence is { } code && !IsCode(code))
        {
            (member, problem) = ("competence", NoCode(code));
        }

        return problem is null ? Valued(said) : (null, member, problem);
    }

    private (SaidVerdict?, string?, string?) Valued(SaidVerdict said)
    {
        var given = said.Value.ValueKind != JsonValueKind.Undefined;
        if (said.Verdict != VerdictKind.Set)
        {
            return !given ? (said, null, null)
                : said.Verdict != VerdictKind.Confirm || said.Competence is not null ? (null, "value", $"«{Wire.Name(said.Verdict)}» takes no value here.")
                : Codes(said.Value) is { } problem ? (null, "value", problem) : (said, null, null);
        }

        if (!VerdictFields.All.Contains(said.Field))
        {
            var nearest = NearestWord.Of(said.Field!, VerdictFields.All);
            return (null, "field", nearest is null ? $"there is no field «{said.Field}» to set; there are {string.Join(", ", VerdictFields.All)}." : $"there is no field «{said.Field}» to set; the nearest is «{nearest}».");
        }

        if (!given)
        {
            return (null, "value", "«set» takes a value; null says that nothing is known.");
        }

        if (said.Value.ValueKind == JsonValueKind.Null)
        {
            return VerdictFields.IsNeeded(said.Field!) || said.Field == VerdictFields.Primary ? (null, "value", $"a course without {said.Field} cannot be; withdraw the verdict to return to what the portal says.") : (said, null, null);
        }

        var (value, wrong) = said.Field switch
        {
            VerdictFields.Primary => said.Value.ValueKind == JsonValueKind.String && IsCode(said.Value.GetString()!) ? (said.Value, null) : (default(JsonElement?), NoCode(said.Value.ToString())),
            VerdictFields.Context => Contexts(said.Value),
            _ => reading(said.Field!, said.Value),
        };
        return value is null ? (null, "value", wrong) : (said with { Value = value.Value }, null, null);
    }

    private string? Codes(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(one => one.ValueKind != JsonValueKind.String))
        {
            return "this is a list of codes, the primary one first.";
        }

        var codes = value.EnumerateArray().Select(one => one.GetString()!).ToList();
        return codes.Find(code => !IsCode(code)) is { } wrong ? NoCode(wrong) : codes.Distinct().Count() < codes.Count ? "a code stands twice." : null;
    }

    private static (JsonElement?, string?) Contexts(JsonElement value)
    {
        try
        {
            return (JsonSerializer.SerializeToElement(value.Deserialize<List<Context>>(Wire.Json)!.Distinct().Order().ToList(), Wire.Json), null);
        }
        catch (JsonException wrong)
        {
            return (null, $"this is a list of {string.Join(", ", Wire.All<Context>())}. {JsonTrouble.Say(wrong)}");
        }
    }

    private bool IsCode(string code) => frameworks.DigComp22.Competences.Any(competence => competence.Code == code);

    private string NoCode(string code) => $"«{code}» is no competence of DigComp 2.2, which has {string.Join(", ", frameworks.DigComp22.Competences.Select(competence => competence.Code))}.";
}
