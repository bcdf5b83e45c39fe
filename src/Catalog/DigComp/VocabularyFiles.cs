using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>Reads the vocabulary folder: <c>lexicon.tsv</c>, <c>boilerplate.txt</c>, <c>cues.tsv</c>, where they are there <c>subjects.tsv</c> and <c>sentences.tsv</c>, each explained in its first lines, and the words of <see cref="QueryWordFiles"/>.</summary>
public static class VocabularyFiles
{
    /// <summary>In the place of competences in <c>subjects.tsv</c> and <c>sentences.tsv</c>.</summary>
    private const string NothingDigital = "none";

    /// <summary>The words of the folder, or every problem of every file as <c>file:line: sentence</c>. Competence codes are checked against DigComp 2.2.</summary>
    public static Loaded<Lexicon> Load(string folder, Frameworks frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        var problems = new List<string>();
        var codes = frameworks.DigComp22.Competences.Select(competence => competence.Code).Append(Lexicon.Digital).ToHashSet(StringComparer.Ordinal);
        var lexicon = new Lexicon
        {
            Terms = TabFile.Read(folder, "lexicon.tsv", 4, problems, line => Term(line, codes)),
            QueryWords = QueryWordFiles.Read(folder, null, problems),
            Boilerplate = TabFile.Read(folder, "boilerplate.txt", 2, problems, Boilerplate),
            Cues = TabFile.Read(folder, "cues.tsv", 3, problems, Cue),
            Subjects = Optional(folder, "subjects.tsv", name => TabFile.Read(folder, name, 2, problems, line => Subject(line, codes))),
            Sentences = Optional(folder, "sentences.tsv", name => TabFile.Read(folder, name, 2, problems, line => Sentence(line, codes))),
            OtherSubjects = [.. Optional(folder, "rings-subjects.tsv", name => TabFile.Read(folder, name, 0, problems, line => line.Fields)).SelectMany(members => members)],
        };
        return problems.Count > 0 ? new(null, problems) : new(lexicon, []);
    }

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
