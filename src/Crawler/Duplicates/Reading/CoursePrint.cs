using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>All that comparing needs of a course, worked out once.</summary>
internal sealed record CoursePrint
{
    private const int BeginningOfWord = 5;
    private const int WordsPaired = 4;
    private const ulong PersonSalt = 1UL << 40;

    public required string Id { get; init; }
    public required string Source { get; init; }
    public string? Language { get; init; }

    /// <summary>Null where the address tells no course from another.</summary>
    public CanonicalAddress? Address { get; init; }

    /// <summary>The platform's key without the run.</summary>
    public string? Key { get; init; }

    /// <summary>Where the description leads to, as addresses and as platform keys.</summary>
    public IReadOnlyList<string> Announces { get; init; } = [];

    /// <summary>Keys of the names that the listing quotes.</summary>
    public IReadOnlyList<string> Quoted { get; init; } = [];

    /// <summary>Some of them stand in the title.</summary>
    public bool QuotesInTitle { get; init; }

    /// <summary>Keys of the parts of the title.</summary>
    public IReadOnlyList<string> TitleParts { get; init; } = [];

    /// <summary>What titles of the same words share; null where there are too few.</summary>
    public string? TitleKey { get; init; }

    /// <summary>The text speaks of what comes before or after it, so its links may lead to other courses.</summary>
    public bool HasNeighbours { get; init; }

    public required IReadOnlyList<AnalysedToken> Title { get; init; }
    /// <summary>All words of the title, small ones too.</summary>
    public int TitleLength { get; init; }

    public required TitleMarks Marks { get; init; }
    public Organisation? Publisher { get; init; }
    public Organisation? Provider { get; init; }
    public IReadOnlyList<string> Teachers { get; init; } = [];
    public bool TeachersInCyrillic { get; init; }
    public required ListingText Text { get; init; }

    /// <summary>Whom and what it names, and what it is known by.</summary>
    public required Naming Naming { get; init; }

    /// <summary>What it counts: weeks, hours, lessons.</summary>
    public uint[] Facts { get; init; } = [];

    /// <summary>Both dates of a run are stated: it is held live and not again.</summary>
    public bool IsDated => DatedStarts.Count > 0;

    /// <summary>The first days of such runs, counted from the year 1.</summary>
    public IReadOnlyList<int> DatedStarts { get; init; } = [];

    public IReadOnlyList<Person> Authors { get; init; } = [];

    /// <summary>Whoever the title and the text may name.</summary>
    public IReadOnlyList<Person> Mentioned { get; init; } = [];

    /// <summary>Hashed keys of the authors' names, sorted.</summary>
    public uint[] AuthorKeys { get; init; } = [];

    /// <summary>The same of all persons.</summary>
    public uint[] PersonKeys { get; init; } = [];

    /// <summary>The words of the title in Latin sounds, in the order of <see cref="Title"/>.</summary>
    public required IReadOnlyList<string> Sounds { get; init; }

    /// <summary>What the words of the title mean, in the order of <see cref="Title"/>.</summary>
    public required IReadOnlyList<Sense> Senses { get; init; }

    /// <summary>Hashed beginnings and sounds of the words of the title, sorted: titles that share none of them share no word.</summary>
    public uint[] TitleBeginnings { get; init; } = [];

    /// <summary>Where in the title a catalogue's label begins.</summary>
    public int LabelFrom { get; init; } = int.MaxValue;

    /// <summary>The years in which it starts, as titles state them.</summary>
    public IReadOnlyList<string> StartYears { get; init; } = [];

    /// <summary>Institution and portal, as far as they are stated.</summary>
    public IReadOnlyList<Organisation> Organisations { get; init; } = [];

    /// <summary>Courses that share one of these, or one of which offers what the other seeks, are compared.</summary>
    public IReadOnlyCollection<long> Keys()
    {
        HashSet<long> keys = [.. Text.BandKeys().Select(CandidateKey.Shared)];
        if (Address is not null)
        {
            keys.Add(Shared("address", Address.Text));
        }

        if (Key is not null)
        {
            keys.Add(Shared("key", Key));
        }

        foreach (var announced in Announces)
        {
            keys.Add(Shared("address", announced));
            keys.Add(Shared("key", announced));
        }

        foreach (var title in Quoted.Concat(TitleParts).Append(TitleKey).OfType<string>())
        {
            keys.Add(Shared("title", title));
        }

        keys.UnionWith(PersonKeys.Select(key => CandidateKey.Shared(StableHash.Mix(key + PersonSalt))));

        // A name of one or two words leaves no pair when a portal's name stands beside it.
        if (Title.Count <= 2)
        {
            keys.UnionWith(Title.Select(word => Shared("title", word.Terms[0])));
        }

        keys.UnionWith(TitlePairs().Select(pair => Shared("pair", pair)));
        keys.UnionWith(NamingKeys.Of(Naming));
        return keys;
    }

    // Two words of a title, by their beginnings: a slip, a missing apostrophe or a portal's name at the end still leaves one pair.
    private IEnumerable<string> TitlePairs()
    {
        var longest = Title.Select(word => word.Terms[0].Replace("'", "", StringComparison.Ordinal))
            .OrderByDescending(term => term.Length).ThenBy(term => term, StringComparer.Ordinal)
            .Select(term => term.Length <= BeginningOfWord ? term : term[..BeginningOfWord])
            .Distinct().Take(WordsPaired).Order(StringComparer.Ordinal).ToList();
        return longest.SelectMany((one, at) => longest.Skip(at + 1).Select(other => $"{one} {other}"));
    }

    private static long Shared(string kind, string text) => CandidateKey.Shared(StableHash.Join(StableHash.Of(kind), StableHash.Of(text)));
}
