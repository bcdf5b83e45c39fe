using System.Globalization;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>What a form of the desk sends: fields of bounded length, and the one act whose button was pressed.</summary>
internal sealed class DeskForm(IFormCollection form)
{
    /// <summary>The form; null where the body is none or too large.</summary>
    public static async Task<DeskForm?> ReadAsync(HttpRequest request, CancellationToken ct) =>
        await BoundedForm.ReadAsync(request, 50, 256 * 1024, ct) is { } form ? new(form) : null;

    /// <summary>A field, empty where it was not sent.</summary>
    public string this[string name] => form.Field(name);

    /// <summary>The first word of what the button says.</summary>
    public string Act => this["act"].Split(' ')[0];

    /// <summary>The rest of it: what the act is about.</summary>
    public string About => this["act"] is var act && act.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? act[(blank + 1)..] : "";

    /// <summary>A field or act that is a number; 0 where it is none.</summary>
    public static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
