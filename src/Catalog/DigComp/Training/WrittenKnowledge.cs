using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp.Learning;
using DcCourseIndex.Catalog.DigComp.Scoring;

namespace DcCourseIndex.Catalog.DigComp.Training;

/// <summary>
/// Makes small examples of what the vocabulary and the frameworks say, so that the model knows far more words than the labelled
/// listings have: every term for its competence, every name and explanation of a competence, every subject that is nothing digital,
/// every sentence for its competences, every cue for its level or purpose.
/// </summary>
internal static class WrittenKnowledge
{
    private const double TermWeight = 0.15;
    private const double FrameworkWeight = 0.5;
    private const double SubjectWeight = 0.3;
    private const double SentenceWeight = 1;
    private const double CueWeight = 0.3;

    public static IEnumerable<Example> Of(Lexicon lexicon, Frameworks frameworks, IReadOnlyList<string> codes, ListingReader reader)
    {
        foreach (var term in lexicon.Terms.Where(term => term.Competence != Lexicon.Digital))
        {
            yield return Subject(term.Words, "", [term.Competence], TermWeight);
        }

        foreach (var subject in lexicon.Subjects)
        {
            yield return Subject(subject.Words, "", subject.Competences, SubjectWeight);
        }

        foreach (var words in lexicon.OtherSubjects)
        {
            yield return Subject(words, "", [], SubjectWeight);
        }

        foreach (var sentence in lexicon.Sentences)
        {
            yield return Subject(sentence.Words, "", sentence.Competences, SentenceWeight);
        }

        foreach (var (competence, code) in frameworks.All.SelectMany(framework => framework.Competences.Select(competence => (competence, Code: CodeOf(framework, competence)))).Where(one => one.Code is not null))
        {
            yield return Subject(competence.Name.Uk, competence.Descriptor?.Uk ?? "", [code!], FrameworkWeight);
            yield return Subject(competence.Name.En, competence.Descriptor?.En ?? "", [code!], FrameworkWeight);
        }

        foreach (var cue in lexicon.Cues)
        {
            var right = new bool?[Outputs.Count];
            var (first, names) = cue.What == "level" ? (Outputs.FirstLevel, Wire.All<Level>()) : (Outputs.FirstContext, Wire.All<Context>());
            for (var i = 0; i < names.Count; i++)
            {
                right[first + i] = names[i] == cue.Value;
            }

            yield return new(ListingBag.Of(reader.Read(new(cue.Words, ""))), right, CueWeight);
        }

        Example Subject(string title, string summary, IReadOnlyList<string> competences, double weight)
        {
            var right = new bool?[Outputs.Count];
            for (var c = 0; c < codes.Count; c++)
            {
                right[c] = competences.Contains(codes[c]);
            }

            right[Outputs.Digital] = competences.Count > 0;
            return new(ListingBag.Of(reader.Read(new(title, summary))), right, weight);
        }
    }

    // A competence of another framework that is spread over several ones here teaches nothing about any of them.
    private static string? CodeOf(Framework framework, Competence competence) => framework.Id == Frameworks.Default
        ? competence.Code
        : framework.ToDigComp22.GetValueOrDefault(competence.Code, []) is [var only] ? only : null;
}
