using System.Globalization;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Lists;

/// <summary>What the form under a list sends: the list in hand, its texts as edited, and one act: save, up-N, out-N, take.</summary>
internal sealed class ListForm(IFormCollection form)
{
    /// <summary>The form; null where the body is none or too large.</summary>
    public static async Task<ListForm?> ReadAsync(HttpRequest request, CancellationToken ct) =>
        await BoundedForm.ReadAsync(request, 200, 400 * 1024, ct) is { } form ? new(form) : null;

    public string this[string name] => form.Field(name);

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
