using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>What the form under a list sends: the list in hand, its texts as edited, and one act: save, up-N, out-N, take.</summary>
internal sealed class ListForm(IFormCollection form)
{
    private static readonly FormOptions Bounds = new() { BufferBody = false, BufferBodyLengthLimit = 512 * 1024, ValueCountLimit = 200, ValueLengthLimit = 400 * 1024, KeyLengthLimit = 40 };

    /// <summary>The form; null where the body is none or too large.</summary>
    public static async Task<ListForm?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return null;
        try
        {
            return new(await request.ReadFormAsync(Bounds, ct));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public string this[string name] => form.TryGetValue(name, out var values) ? values[0] ?? "" : "";

    public string Act => this["act"];

    /// <summary>The list after the edits and the act; text that was pasted brings the courses that it names.</summary>
    public ChosenCourses Edited(ChosenCourses list, ListBook book)
    {
        var courses = list.Courses.Select((course, place) => form.ContainsKey($"note-{place}") ? course with { Note = this[$"note-{place}"] } : course).ToList();
        if (Place("up-") is > 0 and var up && up < courses.Count)
            (courses[up - 1], courses[up]) = (courses[up], courses[up - 1]);
        if (Place("out-") is >= 0 and var gone && gone < courses.Count)
            courses.RemoveAt(gone);
        var edited = ListRules.Clean(new(form.ContainsKey("name") ? this["name"] : list.Name, form.ContainsKey("about") ? this["about"] : list.About, courses));
        return this["text"] is { Length: > 0 } text ? book.WithAll(edited, text) : edited;
    }

    private int Place(string act) => Act.StartsWith(act, StringComparison.Ordinal) && int.TryParse(Act.AsSpan(act.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;
}
