namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>Reads what people type into a search and which competences they mean: <c>questions-AUTHOR.tsv</c> beside the labelled listings.</summary>
public static class QuestionFiles
{
    private const string None = "none";

    /// <summary>The questions as listings that have nothing but a title, in the order of files and lines, or every problem with file, line and remedy. No file and no folder at all is no mistake.</summary>
    public static Loaded<IReadOnlyList<TrainingListing>> Load(string folder, Frameworks frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        var codes = frameworks.DigComp22.Competences.Select(competence => competence.Code).ToHashSet(StringComparer.Ordinal);
        List<string> problems = [];
        List<TrainingListing> questions = [];
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "questions-*.tsv") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            questions.AddRange(TabFile.Read(folder, Path.GetFileName(file), fields: 2, problems, line => Question(line, codes)));
        }

        return problems.Count > 0 ? new(null, problems) : new(questions, []);
    }

    private static TrainingListing Question(TabLine line, HashSet<string> codes)
    {
        string[] competences = line[0] == None ? [] : line[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var code in competences)
        {
            line.Require(codes.Contains(code), $"«{code}» is no competence of DigComp 2.2; write codes with blanks between them, or «{None}» and nothing else");
        }

        line.RequireFirst(line[1], "the same stands");
        var author = Path.GetFileNameWithoutExtension(line.File);
        return new($"{author}:{line.Number}", line[1], null, null, null, competences, competences.FirstOrDefault(), null, null, author);
    }
}
