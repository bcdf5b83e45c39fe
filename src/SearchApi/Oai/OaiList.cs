using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>
/// A list that is being read, and how far: all that its next page needs. As text it is the resumption token, which nobody here keeps, so that it
/// outlives restarts and rebuilt indexes; in another epoch of the catalogue revisions mean something else, and there it is refused.
/// </summary>
/// <param name="Epoch">Of the catalogue that <paramref name="After"/> belongs to; empty on the first page.</param>
/// <param name="After">The revision of the last record that was given.</param>
/// <param name="Given">Records given so far.</param>
/// <param name="Size">Records of the whole list when it was begun; null where counting them would mean reading them.</param>
internal sealed record OaiList(string Verb, string Prefix, string? Set, ChangeRange Range, string Epoch = "", long After = 0, int Given = 0, int? Size = null)
{
    private const string Version = "1";
    private const int Parts = 10;
    private const int Longest = 800;
    private const char Between = '\n';

    public string Token()
    {
        string[] parts = [Version, Verb, Prefix, Set ?? "", Ticks(Range.From), Ticks(Range.Before), Epoch, Number(After), Number(Given), Size is { } size ? Number(size) : ""];
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Between, parts)));
    }

    /// <summary>Reads a token; null for anything that was not written here for this verb.</summary>
    public static OaiList? Read(string verb, string token)
    {
        if (token.Length is 0 or > Longest || !Base64Url.IsValid(token))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split(Between);
        if (parts.Length != Parts || parts[0] != Version || parts[1] != verb || parts[6].Length == 0 || OaiFormat.Named(parts[2]) is null)
            return null;
        if (!IsTime(parts[4], out var from) || !IsTime(parts[5], out var before) || !IsNumber(parts[7], long.MaxValue, out var after) || !IsNumber(parts[8], int.MaxValue, out var given))
            return null;
        var size = 0L;
        if ((parts[3].Length > 0 && !OaiArguments.IsSet(parts[3])) || (parts[9].Length > 0 && !IsNumber(parts[9], int.MaxValue, out size)))
            return null;
        return new(verb, parts[2], parts[3].Length == 0 ? null : parts[3], new(from, before), parts[6], after, (int)given, parts[9].Length == 0 ? null : (int)size);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ticks(DateTimeOffset? time) => time is { } known ? Number(known.UtcTicks) : "";

    private static bool IsNumber(string text, long most, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;

    private static bool IsTime(string text, out DateTimeOffset? time)
    {
        time = null;
        if (text.Length == 0)
            return true;
        if (!IsNumber(text, DateTimeOffset.MaxValue.UtcTicks, out var ticks))
            return false;
        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}
