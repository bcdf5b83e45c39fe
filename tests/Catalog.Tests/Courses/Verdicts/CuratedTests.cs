using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Tests.Courses.Verdicts;

public sealed class CuratedTests
{
    private static readonly CatalogCourse Known = new()
    {
        Course = new() { Id = "portal.1", Source = "portal", SourceId = "1", Title = "Надійні паролі", Summary = "Паролі та пошта.", Url = "https://portal.example/1" },
        Tagging = new()
        {
            TaggerVersion = "test",
            Primary = "4.1",
            Competences = [new("4.1", 0.9, [new(EvidenceKind.Text, "title", 8, 6, "паролі")]), new("2.1", 0.6, [new(EvidenceKind.Text, "summary", 10, 5, "пошта")])],
        },
        FirstSeen = default,
        LastSeen = default,
        LastChanged = default,
    };

    [Fact]
    public void Without_verdicts_the_course_is_the_same() => Assert.Same(Known, Curated.Of(Known, []));

    [Fact]
    public void Every_field_of_the_record_can_be_set_and_emptied()
    {
        var empty = JsonSerializer.SerializeToElement(Known.Course, Wire.Json);
        foreach (var field in VerdictFields.OfCourse.Where(field => !VerdictFields.IsNeeded(field)))
        {
            var emptied = Curated.Of(Known, [Set(field, "null")])!;
            Assert.Equal([field], emptied.Overrides);
            if (empty.TryGetProperty(field, out var value))
            {
                Assert.Equal(JsonSerializer.Serialize(Known.Course, Wire.Json), JsonSerializer.Serialize(Curated.Of(Known, [Set(field, value.GetRawText())])!.Course, Wire.Json));
            }
        }

        Assert.Equal(24, VerdictFields.OfCourse.Count);
    }

    [Fact]
    public void Evidence_keeps_to_the_words_when_a_text_is_another()
    {
        var moved = Curated.Of(Known, [Set("title", "\"Про паролі\"")])!.Tagging.Competences[0].Evidence[0];
        var lost = Curated.Of(Known, [Set("title", "\"Безпека\"")])!.Tagging.Competences[0].Evidence[0];

        Assert.Equal((4, 6, "паролі"), (moved.Start, moved.Length, moved.Text));
        Assert.Equal((0, 0, "паролі"), (lost.Start, lost.Length, lost.Text));
    }

    [Fact]
    public void A_rejected_competence_takes_its_rank_along()
    {
        var known = Curated.Of(Known, [Say(VerdictKind.Reject, "4.1")])!;

        Assert.Equal(("2.1", "2.1"), (Assert.Single(known.Tagging.Competences).Code, known.Tagging.Primary));
        Assert.Equal(["competences"], known.Overrides);
    }

    [Fact]
    public void A_confirmed_competence_is_sure_and_keeps_its_words()
    {
        var known = Curated.Of(Known, [Say(VerdictKind.Confirm, "2.1")])!;

        Assert.Equal(["2.1", "4.1"], known.Tagging.Competences.Select(one => one.Code));
        Assert.Equal([EvidenceKind.Librarian, EvidenceKind.Text], known.Tagging.Competences[0].Evidence.Select(evidence => evidence.Kind));
        Assert.Equal("4.1", known.Tagging.Primary);
        Assert.Empty(known.Overrides);
        Assert.True(known.IsCurated());
    }

    [Fact]
    public void What_a_librarian_judged_as_a_whole_is_labelled_and_nothing_else()
    {
        Assert.Null(Label(Say(VerdictKind.Confirm, "2.1")));
        Assert.Null(Label(Set("price", "\"free\"")));
        Assert.Equal(["2.1"], Label(Say(VerdictKind.Confirm, "2.1"), Say(VerdictKind.Reject, "4.1"))!.Competences);
        Assert.Empty(Label(Say(VerdictKind.Reject))!.Competences);
        Assert.Null(Label(Say(VerdictKind.Reject))!.Primary);
        Assert.Equal(("Оксана", Level.Advanced), (Label(Say(VerdictKind.Reject), Set("level", "\"advanced\""))!.Author, Label(Say(VerdictKind.Reject), Set("level", "\"advanced\""))!.Level));

        static LabelledCourse? Label(params CourseVerdict[] verdicts) => LabelledCourse.Of(Curated.Of(Known, verdicts)!, verdicts);
    }

    private static CourseVerdict Say(VerdictKind kind, string? competence = null) => new() { Course = "portal.1", Verdict = kind, Competence = competence, By = "Оксана" };

    private static CourseVerdict Set(string field, string value) => new() { Course = "portal.1", Verdict = VerdictKind.Set, Field = field, Value = JsonSerializer.Deserialize<JsonElement>(value), By = "Оксана" };
}
