using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>Reads courses for comparing. Safe for many threads.</summary>
internal sealed partial class CoursePrinter(TextAnalysis analysis)
{
    private const int LinksRead = 8;
    private const int NamesKept = 20_000;
    private const int BeginningOfWord = 3;

    // A few thousand names stand on all courses; most of what is known of a course is its maker.
    private readonly Senses senses = new(analysis);
    private readonly ConcurrentDictionary<string, Organisation?> organisations = new(StringComparer.Ordinal);

    public CoursePrint Print(Course listed)
    {
        var course = WithPersons(listed);
        var description = course.Description.Length == 0 ? "" : HtmlText.ToText(course.Description, course.Language);
        var text = description.Length == 0 ? course.Summary
            : description.StartsWith(course.Summary.TrimEnd('…', '.', ' '), StringComparison.Ordinal) ? description
            : course.Summary + "\n" + description;
        var address = CanonicalAddress.Of(course.Url);
        var links = Links(course, address, text);
        var named = TitleMarks.NameOf(course.Title);
        var places = TitleWords.Places(analysis.Analyse(named)).ToList();
        var title = TitleWords.Telling(places);
        var own = Neighbours.Without(text);
        var quoted = Quotes.Of(course.Title, own, analysis);
        var hasNeighbours = !ReferenceEquals(own, text) && Neighbours.In(text, Link().IsMatch(course.Description));
        var (authors, mentioned) = (People.Authors(course), People.Mentioned(course, text));
        var teachers = Teachers.Of(course, text);
        var words = ListingText.PlacesOf(text, analysis);
        var (publisher, provider) = (Maker(course.Publisher), Maker(course.Provider));
        return new CoursePrint
        {
            Id = course.Id,
            Source = course.Source,
            Language = course.Language is "mul" ? null : course.Language?.Split('-')[0],
            Address = address,
            Key = CourseKey.Of(course.SourceId) ?? CourseKey.Of(course.Url) ?? (hasNeighbours ? null : Stated(text)),
            Announces = links,
            Quoted = quoted,
            QuotesInTitle = Quotes.In(course.Title),
            TitleParts = [.. Quotes.Parts(named, analysis)],
            TitleKey = Quotes.Key(title),
            HasNeighbours = hasNeighbours,
            Title = title,
            TitleLength = places.Count,
            Senses = [.. title.Select(senses.Of)],
            Sounds = [.. title.Select(word => NumberWords.Figure(word.Word) ?? LatinSounds.Of(word.Word))],
            TitleBeginnings = [.. title.SelectMany((_, at) => Beginnings(title, at)).Select(part => (uint)StableHash.Of(part)).Distinct().Order()],
            LabelFrom = TitleLabel.StartOf(named),
            StartYears = [.. course.Instances.Select(instance => instance.Start?.Year.ToString(CultureInfo.InvariantCulture)).OfType<string>().Distinct()],
            Authors = authors,
            Mentioned = mentioned,
            AuthorKeys = People.Keys(authors),
            PersonKeys = People.Keys(authors.Concat(mentioned)),
            Marks = TitleMarks.Of(course.Title, analysis),
            Publisher = publisher,
            Provider = provider,
            Organisations = [.. new[] { publisher, provider }.OfType<Organisation>()],
            Teachers = teachers,
            TeachersInCyrillic = course.Authors.Count == 0 ? text.Any(IsCyrillic) : course.Authors.Any(author => author.Any(IsCyrillic)),
            Text = ListingText.Of(words),
            Naming = Naming.Of(course, named, places, text, own, words, senses, analysis),
            Facts = Facts.Of(course, text),
            DatedStarts = [.. course.Instances.Where(run => run.Start is not null && run.End is not null).Select(run => DateOnly.FromDateTime(run.Start!.Value.Date).DayNumber).Distinct()],
        };
    }

    // Catalogues write a portal or a school where teachers belong.
    private Course WithPersons(Course course) =>
        course.Authors.Where(author => Organisation.IsNoPerson(author, analysis)).ToList() is { Count: > 0 } others
            ? course with { Authors = [.. course.Authors.Except(others)], Publisher = course.Publisher ?? others[0] }
            : course;

    private Organisation? Maker(string? name) =>
        name is null ? null : organisations.Count < NamesKept ? organisations.GetOrAdd(name, static (key, words) => Organisation.Of(key, words), analysis) : Organisation.Of(name, analysis);

    // What two words have in common that any rule takes for one: see TitleWords.Same, Joined and PartOfJoined.
    private static IEnumerable<string> Beginnings(IReadOnlyList<AnalysedToken> title, int at)
    {
        var word = title[at];
        var whole = word.Word.Length < BeginningOfWord && at + 1 < title.Count ? word.Word + title[at + 1].Word : word.Word;
        return word.Terms.Append(word.Word).Append(whole).Select(form => form.Length <= BeginningOfWord ? form : form[..BeginningOfWord]).Append(NumberWords.Figure(word.Word) ?? LatinSounds.Of(word.Word));
    }

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04ff';

    // A listing that states one key is that course's.
    private static string? Stated(string text) =>
        text.Contains("course-v1:", StringComparison.Ordinal) && Key().Matches(text).Select(match => CourseKey.Of(match.Value)).Distinct().ToList() is [var only] ? only : null;

    private static List<string> Links(Course course, CanonicalAddress? own, string text)
    {
        var links = AllLinks(course, own, text).Take(LinksRead).ToList();
        var abroad = links.FindAll(link => own is null || !link.StartsWith(own.Host + "/", StringComparison.Ordinal));
        return abroad.Exists(link => link.Contains('/', StringComparison.Ordinal)) ? abroad : links;
    }

    private static IEnumerable<string> AllLinks(Course course, CanonicalAddress? own, string text) =>
        Link().Matches(course.Description).Concat(text.Contains('/', StringComparison.Ordinal) ? Bare().Matches(text) : [])
            .Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value).TrimEnd('.', ',', ';', ':', ')', ']', '!', '?', '…', '”'))
            .Select(url => url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url)
            .SelectMany(url => new[] { CanonicalAddress.Of(url)?.Text, CourseKey.Of(url) })
            .Concat(Key().Matches(text).Select(match => CourseKey.Of(match.Value)))
            .OfType<string>()
            .Where(link => link != own?.Text)
            .Distinct();

    [GeneratedRegex("""href="(?<url>https?://[^"]{4,1000})["]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"course-v1:[\w.~-]+\+[\w.~-]+\+[\w.~-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex("""(?<url>(?:https?://[^\s<>"'«»“]{3,1000}|(?<![\w@./-])(?:[\p{L}\d-]+\.)+(?:\p{L}{2,10}|xn--[a-z0-9-]{2,40})(?::\d{2,5})?/[^\s<>"'«»“]{1,1000}))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
