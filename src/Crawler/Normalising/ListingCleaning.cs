using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Normalising;

/// <summary>
/// Takes out of a raw listing what must not be kept, before anything is made of it: teachers' names where the source drops them, e-mail addresses and
/// telephones, forgotten people, secrets in addresses, and of a reserved listing every text but the plain facts. Pure; a clean listing is handed on as it is.
/// </summary>
internal static class ListingCleaning
{
    private const string Name = "[ім’я вилучено]";

    public static RawListing Clean(RawListing raw, SourceTraits source, ForgottenList forgotten)
    {
        var reserved = raw.Reserved == true;
        var clean = raw with
        {
            Title = Text(raw.Title)!,
            Url = Address(raw.Url)!,
            Image = Address(raw.Image),
            Summary = reserved ? null : Text(raw.Summary),
            Description = reserved ? null : Text(raw.Description),
            Keywords = reserved ? null : Texts(raw.Keywords),
            TutorNote = reserved ? null : Text(raw.TutorNote),
            Subjects = Texts(raw.Subjects),
            Publisher = Text(raw.Publisher),
            Authors = source.KeepAuthors ? Authors(raw.Authors) : null,
            Competences = raw.Competences is { } stated && stated.Any(one => one.Text is not null && (reserved || Text(one.Text) != one.Text))
                ? [.. stated.Select(one => one with { Text = reserved ? null : Text(one.Text) })]
                : raw.Competences,
        };
        return clean == raw ? raw : clean;

        string? Text(string? text) => text is null ? null : SafeAddress.Of(MarkupMasking.Mask(text, Find));

        IReadOnlyList<string>? Texts(IReadOnlyList<string>? texts) => texts is not null && texts.Any(text => Text(text) != text) ? [.. texts.Select(text => Text(text)!)] : texts;

        IReadOnlyList<string>? Authors(IReadOnlyList<string>? names) =>
            names is not null && names.Any(name => forgotten.NamesIn(name).Count > 0)
                ? Texts([.. names.Where(name => forgotten.NamesIn(name).Count == 0)])
                : Texts(names);

        IReadOnlyList<Masked> Find(string text) => forgotten.HasPersons
            ? Masking.Apart([.. Masking.Find(text), .. forgotten.NamesIn(text).Select(name => new Masked(name.Start, name.Length, Name))])
            : Masking.Find(text);
    }

    private static string? Address(string? address) => address is null ? null : SafeAddress.Of(address);
}
