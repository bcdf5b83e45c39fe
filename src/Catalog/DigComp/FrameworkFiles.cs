using System.Text.Json;
using System.Text.Json.Serialization;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.DigComp;

/// <summary>Reads the frameworks of a folder; a new framework is a new file.</summary>
public static class FrameworkFiles
{
    private static readonly JsonSerializerOptions Strict = new(Wire.Json)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>All <c>*.json</c> files of the folder, DigComp 2.2 first and the others by name; or every problem of every file.</summary>
    public static Loaded<Frameworks> Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new(null, [$"{folder}: there is no such folder. Put the framework files there, at least {Frameworks.Default}.json."]);
        }

        var problems = new List<string>();
        var read = new List<(string File, Framework Framework)>();
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (Read(file, problems) is { } framework)
            {
                read.Add((file, framework));
            }
        }

        var digComp22 = read.Find(one => one.Framework.Id == Frameworks.Default).Framework;
        if (digComp22 is null)
        {
            problems.Add($"{folder}: no file holds the framework «{Frameworks.Default}», against which courses are tagged. Put {Frameworks.Default}.json there.");
        }

        foreach (var (file, framework) in read)
        {
            var wrong = FrameworkCheck.Problems(framework, digComp22).ToList();
            var lines = wrong.Count > 0 ? File.ReadAllLines(file) : [];
            problems.AddRange(wrong.Select(problem => problem.LineIn(lines) is { } line ? $"{file}:{line}: {problem.Text}" : $"{file}: {problem.Text}"));
        }

        foreach (var same in read.GroupBy(one => one.Framework.Id).Where(group => group.Count() > 1))
        {
            problems.Add($"{same.Last().File}: the framework «{same.Key}» is already in {same.First().File}. Give one of them another id.");
        }

        return problems.Count > 0
            ? new(null, problems)
            : new(new Frameworks(read.Select(one => one.Framework).OrderByDescending(framework => framework == digComp22)), []);
    }

    private static Framework? Read(string file, List<string> problems)
    {
        try
        {
            return JsonSerializer.Deserialize<Framework>(File.ReadAllBytes(file), Strict)
                ?? throw new JsonException("The file says null.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            var line = e is JsonException { LineNumber: { } number } ? $":{number + 1}" : "";
            problems.Add($"{file}{line}: this is not a framework file: {e.Message}");
            return null;
        }
    }
}
