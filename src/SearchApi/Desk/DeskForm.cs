using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>What a form of the desk sends: fields of bounded length, and the one act whose button was pressed.</summary>
internal sealed class DeskForm(IFormCollection form)
{
    private static readonly FormOptions Bounds = new() { BufferBody = false, BufferBodyLengthLimit = 512 * 1024, ValueCountLimit = 50, ValueLengthLimit = 256 * 1024, KeyLengthLimit = 40 };

    /// <summary>The form; null where the body is none or too large.</summary>
    public static async Task<DeskForm?> ReadAsync(HttpRequest request, CancellationToken ct)
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

    /// <summary>A field, empty where it was not sent.</summary>
    public string this[string name] => form.TryGetValue(name, out var values) ? values[0] ?? "" : "";

    /// <summary>The first word of what the button says.</summary>
    public string Act => this["act"].Split(' ')[0];

    /// <summary>The rest of it: what the act is about.</summary>
    public string About => this["act"] is var act && act.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? act[(blank + 1)..] : "";

    /// <summary>A field or act that is a number; 0 where it is none.</summary>
    public static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
