using System.Globalization;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Folder;

/// <summary>Makes a raw listing of one row of a table. Pure; words that are not understood are handed on as they stand.</summary>
internal static partial class CsvListing
{
    /// <summary>The listing, or what is wrong with the row; exactly one of the two.</summary>
    public static (RawListing? Listing, string? Problem) Read(CsvColumns columns, IReadOnlyList<string> fields)
    {
        if (Field("title") is not { } title) return (null, "has no title");
        if (Field("url") is not { } written) return (null, "has no address");
        var url = written.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"https://{written}" : written;
        var (price, prices) = Price(Field("price"), Field("currency") ?? columns.Unit("price"));
        var run = new RawInstance(Field("start"), Field("end"), Field("enrolmentStart"), Field("enrolmentEnd"));
        return (new RawListing
        {
            Id = Field("id") ?? url,
            Title = title,
            Url = url,
            Summary = Field("summary"),
            Description = Field("description"),
            Language = Field("language"),
            SubtitleLanguages = Several("subtitles"),
            Provider = Field("provider"),
            Publisher = Field("publisher"),
            Authors = Several("authors"),
            Keywords = Several("keywords"),
            Subjects = Several("subjects"),
            Level = Field("level"),
            Price = price,
            Prices = prices,
            Access = Field("access"),
            Mode = Field("mode"),
            Credential = Said(Field("credential"), Wire.Name(Credential.Certificate), Wire.Name(Credential.None)),
            Tutor = Said(Field("tutor"), Wire.Name(Tutor.Yes), Wire.Name(Tutor.No)),
            TutorNote = Field("tutorNote"),
            Workload = Time("workload", "годин"),
            Duration = Time("duration", ""),
            Licence = Field("licence"),
            Instances = run == new RawInstance() ? null : [run],
            Image = Field("image"),
            Competences = Several("competences")?.Select(Competence).OfType<CompetenceStatement>().DistinctBy(one => one.Code).ToList() is { Count: > 0 } stated ? stated : null,
        }, null);

        string? Field(string member) => columns.Of(member, fields);

        IReadOnlyList<string>? Several(string member) => Field(member)?.Split([';', '|', '\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList() is { Count: > 0 } list ? list : null;

        // A bare number is read by the unit in the header; without one the length of a course could be anything.
        string? Time(string member, string unit) => Field(member) is not { } time ? null
            : !BareNumber().IsMatch(time) ? time
            : (columns.Unit(member) is { Length: > 0 } named ? named : unit) is { Length: > 0 } known ? $"{time.Replace('.', ',')} {known}" : null;
    }

    private static CompetenceStatement? Competence(string text) => StatedCompetence.Of(new SaidCompetence("DigComp", Code: text, Name: text));

    private static string? Said(string? word, string yes, string no) => word?.ToLowerInvariant() switch
    {
        "так" or "є" or "yes" or "true" or "1" or "+" => yes,
        "ні" or "немає" or "нема" or "no" or "false" or "0" or "-" or "–" => no,
        _ => word,
    };

    // «1 200,50 грн», «1.200,50», «1,200.50 UAH», «0», «безкоштовно».
    private static (string? Price, IReadOnlyList<PriceTag>? Prices) Price(string? text, string? currency)
    {
        if (text is null) return (null, null);
        var match = Amount().Match(text);
        if (!match.Success) return (text.Equals("free", StringComparison.OrdinalIgnoreCase) ? Wire.Name(Catalog.Courses.Price.Free) : text, null);
        var digits = match.Groups["whole"].Value + "." + match.Groups["part"].Value + "0";
        if (!decimal.TryParse(Separator().Replace(digits[..^(match.Groups["part"].Length + 2)], "") + digits[^(match.Groups["part"].Length + 2)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return (text, null);
        if (amount == 0) return (Wire.Name(Catalog.Courses.Price.Free), null);
        var named = match.Groups["currency"].Value is { Length: > 0 } beside ? beside : currency;
        return (Wire.Name(Catalog.Courses.Price.Paid), string.IsNullOrWhiteSpace(named) ? null : [new PriceTag(amount, named.Trim().TrimEnd('.'))]);
    }

    [GeneratedRegex(@"^\s*(?<whole>\d{1,3}(?:[\s\u00A0\u202F.,']\d{3})+|\d{1,9})(?:[.,](?<part>\d{1,2}))?\s*(?<currency>[^\d\s.,][^\d]{0,9})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"[^\d]")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*\d{1,4}(?:[.,]\d{1,2})?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();
}
