namespace DcCourseIndex.Catalog.DigComp;

/// <summary>How surely a term of the lexicon speaks for its competence; what each kind is for stands at the head of <c>lexicon.tsv</c>.</summary>
public enum TermKind { Standard, Brand, Name, Colloquial, Official, Weak }

/// <summary>A word or phrase that speaks for a competence of DigComp 2.2; for <see cref="Lexicon.Digital"/> it only shows that a course has to do with technology.</summary>
public sealed record LexiconTerm(string Competence, string Language, TermKind Kind, string Words);

/// <summary>What a cue tells: a level or a purpose, by wire name (<c>level</c> and <c>foundation</c>, <c>context</c> and <c>personal</c>).</summary>
public sealed record LexiconCue(string What, string Value, string Words);

/// <summary>What words that listings repeat without teaching them silence; explained at the head of <c>boilerplate.txt</c>.</summary>
public enum BoilerplateKind { Phrase, Sentence, Prerequisite }

/// <summary>Words that are about the portal, the way of learning or the learner, and not about the subject.</summary>
public sealed record BoilerplateWords(string Words, BoilerplateKind Kind);

/// <summary>A subject or category as portals write it, and the competences of DigComp 2.2 that it stands for; none where it is nothing digital.</summary>
public sealed record PortalSubject(string Words, IReadOnlyList<string> Competences);

/// <summary>A sentence as listings say it of one of their parts, and the competences of DigComp 2.2 that this part develops; none where it is nothing digital. The trained tagger learns from it.</summary>
public sealed record CourseSentence(string Words, IReadOnlyList<string> Competences);

/// <summary>The words behind tagging and behind searching; read by <see cref="VocabularyFiles"/>.</summary>
public sealed record Lexicon
{
    /// <summary>In the place of a competence code: the term shows technology and nothing more.</summary>
    public const string Digital = "digital";

    public required IReadOnlyList<LexiconTerm> Terms { get; init; }

    /// <summary>Rings and themes.</summary>
    public QueryWords QueryWords { get; init; } = QueryWords.None;

    public IReadOnlyList<BoilerplateWords> Boilerplate { get; init; } = [];
    public IReadOnlyList<LexiconCue> Cues { get; init; } = [];

    /// <summary>Subjects and categories as portals name them.</summary>
    public IReadOnlyList<PortalSubject> Subjects { get; init; } = [];

    /// <summary>Subjects that have nothing to do with technology, as people search for them.</summary>
    public IReadOnlyList<string> OtherSubjects { get; init; } = [];

    /// <summary>Sentences to learn from; they are never looked up in a text.</summary>
    public IReadOnlyList<CourseSentence> Sentences { get; init; } = [];
}
