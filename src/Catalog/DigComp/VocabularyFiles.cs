using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>Reads the vocabulary folder: <c>lexicon.tsv</c>, <c>boilerplate.txt</c>, <c>cues.tsv</c>, where they are there <c>subjects.tsv</c> and <c>sentences.tsv</c>, as rings <c>rings*.tsv</c> and <c>glossary.tsv</c>, and <c>themes-*.tsv</c>; each is explained in its first lines.</summary>
public static class VocabularyFiles
{
    private const string Rings = "rings.tsv";

    /// <summary>In the place of competences in <c>subjects.tsv</c> and <c>sentences.tsv</c>.</summary>
    private const string NothingDigital = "none";

    private const string ThemeFiles = "themes-*.tsv";
    private const int LeastOfTheme = 5;

    // A vocabulary may do without them.
    private static readonly string[] MoreRings = ["rings-*.tsv", "glossary.tsv"];

    /// <summary>The words of the folder, or every problem of every file as <c>file:line: sentence</c>. Competence codes are checked against DigComp 2.2.</summary>
    public static Loaded<Lexicon> Load(string folder, Frameworks frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        var problems = new List<string>();
        var codes = frameworks.DigComp22.Competences.Select(competence => competence.Code).Append(Lexicon.Digital).ToHashSet(StringComparer.Ordinal);
        var lexicon = new Lexicon
        {
            Terms = TabFile.Read(folder, "lexicon.tsv", 4, problems, line => Term(line, codes)),
            Rings = ReadRings(RingFiles(folder).Select(name => Path.Combine(folder, name)), problems),
            Themes = [.. Names(folder, ThemeFiles).SelectMany(name => TabFile.Read(folder, name, 0, problems, Theme))],
            Boilerplate = TabFile.Read(folder, "boilerplate.txt", 2, problems, Boilerplate),
            Cues = TabFile.Read(folder, "cues.tsv", 3, problems, Cue),
            Subjects = Optional(folder, "subjects.tsv", name => TabFile.Read(folder, name, 2, problems, line => Subject(line, codes))),
            Sentences = Optional(folder, "sentences.tsv", name => TabFile.Read(folder, name, 2, problems, line => Sentence(line, codes))),
            OtherSubjects = [.. Optional(folder, "rings-subjects.tsv", name => TabFile.Read(folder, name, 0, problems, line => line.Fields)).SelectMany(members => members)],
        };
        return problems.Count > 0 ? new(null, problems) : new(lexicon, []);
    }

    /// <summary>The rings of a folder alone, or every problem of their files. Another file may stand for the one of its name, or beside those that are there.</summary>
    public static Loaded<IReadOnlyList<IReadOnlyList<string>>> LoadRings(string folder, string? instead = null)
    {
        var problems = new List<string>();
        var own = RingFiles(folder).Select(name => Path.Combine(folder, name));
        var rings = ReadRings(instead is null ? own : own.Where(file => Path.GetFileName(file) != Path.GetFileName(instead)).Append(instead), problems);
        return problems.Count > 0 ? new(null, problems) : new(rings, []);
    }

    private static IReadOnlyList<IReadOnlyList<string>> ReadRings(IEnumerable<string> files, List<string> problems) =>
        [.. files.SelectMany(file => TabFile.Read(Path.GetDirectoryName(file)!, Path.GetFileName(file), 0, problems, Ring))];

    /// <summary>Names of the files with rings in <paramref name="folder"/>, <c>rings.tsv</c> first, whether it is there or not.</summary>
    public static IReadOnlyList<string> RingFiles(string folder) =>
    [
        Rings,
        .. MoreRings.SelectMany(names => Names(folder, names)).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Names(string folder, string pattern) =>
        (Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : []).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    private static IReadOnlyList<T> Optional<T>(string folder, string name, Func<string, IReadOnlyList<T>> read) =>
        File.Exists(Path.Combine(folder, name)) ? read(name) : [];

    private static PortalSubject Subject(TabLine line, HashSet<string> codes) => new(line[1], Competences(line, codes));

    private static CourseSentence Sentence(TabLine line, HashSet<string> codes) => new(line[1], Competences(line, codes));

    private static string[] Competences(TabLine line, HashSet<string> codes)
    {
        string[] competences = line[0] == NothingDigital ? [] : line[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        line.Require(competences.All(code => code != Lexicon.Digital && codes.Contains(code)), $"«{line[0]}» is neither «{NothingDigital}» nor competences of DigComp 2.2 with blanks between them");
        line.RequireFirst(line[1].ToLowerInvariant(), $"«{line[1]}» already stands");
        return competences;
    }

    private static LexiconTerm Term(TabLine line, HashSet<string> codes)
    {
        line.Require(codes.Contains(line[0]), $"«{line[0]}» is neither a competence of DigComp 2.2 nor «{Lexicon.Digital}»");
        line.Require(line[1] is "uk" or "en", $"the language is «{line[1]}»; write uk or en");
        var known = Enum.TryParse<TermKind>(line[2], ignoreCase: true, out var kind) && !char.IsAsciiDigit(line[2][0]);
        line.Require(known, $"the kind is «{line[2]}»; write one of {string.Join(", ", Enum.GetNames<TermKind>()).ToLowerInvariant()}");
        line.RequireFirst($"{line[0]} {line[3].ToLowerInvariant()}", $"«{line[3]}» already stands for {line[0]}");
        return new(line[0], line[1], kind, line[3]);
    }

    private static IReadOnlyList<string> Ring(TabLine line)
    {
        line.Require(line.Fields.Length > 1, "a ring needs two members or more, separated by a tab");
        return line.Fields;
    }

    private static IReadOnlyList<string> Theme(TabLine line)
    {
        line.Require(line.Fields.Length >= LeastOfTheme, $"a theme needs {LeastOfTheme} expressions or more, separated by a tab; two words that mean the same belong into a file of rings");
        return line.Fields;
    }

    private static BoilerplateWords Boilerplate(TabLine line)
    {
        var known = Enum.TryParse<BoilerplateKind>(line[0], ignoreCase: true, out var kind) && !char.IsAsciiDigit(line[0][0]);
        line.Require(known, $"the line starts with «{line[0]}»; write one of {string.Join(", ", Enum.GetNames<BoilerplateKind>()).ToLowerInvariant()}");
        line.RequireFirst(line[1].ToLowerInvariant(), $"«{line[1]}» already stands");
        return new(line[1], kind);
    }

    private static LexiconCue Cue(TabLine line)
    {
        var (what, value) = line[0].Split(':') is [var first, var second] ? (first, second) : (line[0], "");
        var known = (what == "level" && Wire.TryParse<Level>(value, out _)) || (what == "context" && Wire.TryParse<Context>(value, out _));
        line.Require(known, $"«{line[0]}» is unknown; write level: with {string.Join(", ", Wire.All<Level>())} or context: with {string.Join(", ", Wire.All<Context>())}");
        line.Require(line[1] is "uk" or "en", $"the language is «{line[1]}»; write uk or en");
        return new(what, value, line[2]);
    }
}
