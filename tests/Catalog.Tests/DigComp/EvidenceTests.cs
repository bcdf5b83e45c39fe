using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Tests.DigComp;

public sealed class EvidenceTests
{
    private sealed record Listing(string Title, string? Summary, string? Description);

    public static TheoryData<string> Sets => ["labelled-courses-dev.jsonl", Path.Combine("search-second", "courses.jsonl")];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Evidence_of_the_trained_tagger_is_the_very_text_it_points_at(string set)
    {
        foreach (var text in Texts(set))
        {
            foreach (var assignment in ProjectFiles.LearnedTagger.Tag(text).Competences)
            {
                Assert.NotEmpty(assignment.Evidence);
                Assert.All(assignment.Evidence, evidence => Assert.Equal(Field(text, evidence.Field).Substring(evidence.Start, evidence.Length), evidence.Text));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Without_its_evidence_an_assignment_is_less_sure(string set)
    {
        List<string> surer = [];
        foreach (var text in Texts(set))
        {
            foreach (var assignment in ProjectFiles.LearnedTagger.Tag(text).Competences)
            {
                var after = ProjectFiles.LearnedTagger.Tag(Without(text, assignment.Evidence)).Competences.FirstOrDefault(one => one.Code == assignment.Code);
                if (after?.Confidence >= assignment.Confidence)
                {
                    surer.Add($"{text.Title}: {assignment.Code} {assignment.Confidence} → {after.Confidence} without {string.Join(", ", assignment.Evidence.Select(evidence => evidence.Text))}");
                }
            }
        }

        Assert.True(surer.Count == 0, string.Join("\n", surer));
    }

    private static TaggedText Without(TaggedText text, IReadOnlyList<Evidence> evidence)
    {
        string Rest(string name) => evidence.Where(one => one.Field == name).OrderByDescending(one => one.Start)
            .Aggregate(Field(text, name), (rest, one) => one.Start + one.Length <= rest.Length ? rest.Remove(one.Start, one.Length) : rest);

        return text with { Title = Rest("title"), Summary = Rest("summary"), Description = Rest("description") };
    }

    private static string Field(TaggedText text, string name) => name switch { "title" => text.Title, "summary" => text.Summary, _ => text.Description };

    private static IEnumerable<TaggedText> Texts(string set)
    {
        var file = Path.Combine(ProjectFiles.Root, "tests", "Quality", "data", set);
        return File.ReadLines(file)
            .Select(line => JsonSerializer.Deserialize<Listing>(line, Wire.Json)!)
            .Select(one => new TaggedText(one.Title, HtmlText.ToText(one.Summary ?? ""), HtmlText.ToText(one.Description ?? "")));
    }
}
