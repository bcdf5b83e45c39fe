using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.DigComp.Training;

namespace DcCourseIndex.Catalog.Tests.DigComp;

/// <summary>What must hold of evidence for whatever listing: training listings cut anywhere, stirred together and sprinkled with noise.</summary>
public sealed class EvidencePropertyTests
{
    private const int Listings = 150;

    private static readonly string[] Noise = ["\u00A0", "🚀", "a\u0301", "\u200B", "  ", "&amp;", "<b>", "—", "’", "\n\n", "Ґ", "\u2028", "…", "𝔘", "#"];

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    private static readonly Lazy<IReadOnlyList<TaggedText>> Known = new(() =>
        [.. TrainingFiles.Load(Path.Combine(ProjectFiles.Root, "config", "training"), ProjectFiles.Frameworks).Value!.Select(listing => listing.ToText())]);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_span_is_the_text_that_stands_there_and_nothing_is_said_without_one(int seed)
    {
        foreach (var text in Texts(seed))
        {
            var tagging = ProjectFiles.LearnedTagger.Tag(text);
            Assert.All(tagging.Competences, assignment => Assert.NotEmpty(assignment.Evidence));
            Assert.All(tagging.Purposes, purpose => Assert.NotEmpty(purpose.Evidence));
            Assert.Equal(tagging.Contexts, tagging.Purposes.Select(purpose => purpose.Context));
            foreach (var evidence in tagging.Competences.SelectMany(one => one.Evidence).Concat(tagging.Purposes.SelectMany(one => one.Evidence)))
            {
                Assert.Equal(EvidenceKind.Text, evidence.Kind);
                Assert.Equal(evidence.Text, Field(text, evidence.Field).Substring(evidence.Start, evidence.Length));
                Assert.False(string.IsNullOrWhiteSpace(evidence.Text));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_all_of_its_evidence_an_assignment_is_less_sure(int seed)
    {
        List<string> surer = [];
        foreach (var text in Texts(seed))
        {
            foreach (var assignment in ProjectFiles.LearnedTagger.Tag(text).Competences)
            {
                var after = ProjectFiles.LearnedTagger.Tag(Without(text, assignment.Evidence)).Competences.FirstOrDefault(one => one.Code == assignment.Code);
                if (after?.Confidence >= assignment.Confidence)
                {
                    surer.Add($"{text.Title}: {assignment.Code} {assignment.Confidence} → {after.Confidence} without {string.Join(", ", assignment.Evidence.Select(one => one.Text))}");
                }
            }
        }

        Assert.True(surer.Count == 0, string.Join("\n", surer));
    }

    private static IEnumerable<TaggedText> Texts(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Listings; i++)
        {
            var (one, other) = (Known.Value[random.Next(Known.Value.Count)], Known.Value[random.Next(Known.Value.Count)]);
            yield return random.Next(4) switch
            {
                0 => one with { Summary = Cut(one.Summary, random), Description = Cut(one.Description, random) },
                1 => one with { Title = Sprinkled(one.Title, random), Summary = Sprinkled(one.Summary, random) },
                2 => new(one.Title, Cut(other.Summary, random), Cut(one.Summary, random)),
                _ => one with { Description = Sprinkled(other.Title + ". " + Cut(other.Summary, random), random) },
            };
        }
    }

    // Anywhere, also within a word, but not within one letter of two units.
    private static string Cut(string text, Random random)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var (from, to) = (random.Next(text.Length / 2), random.Next(text.Length / 2, text.Length));
        from += char.IsLowSurrogate(text[from]) ? 1 : 0;
        to += to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
        return text[from..to];
    }

    private static string Sprinkled(string text, Random random)
    {
        var made = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            made.Append(rune.ToString());
            if (random.Next(25) == 0)
            {
                made.Append(Noise[random.Next(Noise.Length)]);
            }
        }

        return made.ToString();
    }

    private static TaggedText Without(TaggedText text, IReadOnlyList<Evidence> evidence)
    {
        string Rest(string name) => evidence.Where(one => one.Field == name).OrderByDescending(one => one.Start)
            .Aggregate(Field(text, name), (rest, one) => one.Start + one.Length <= rest.Length ? rest.Remove(one.Start, one.Length) : rest);

        return text with { Title = Rest("title"), Summary = Rest("summary"), Description = Rest("description") };
    }

    private static string Field(TaggedText text, string name) => name switch { "title" => text.Title, "summary" => text.Summary, _ => text.Description };
}
