using DcCourseIndex.Catalog.DigComp.Matching;

namespace DcCourseIndex.Catalog.DigComp.Scoring;

/// <summary>One field of a listing, read and searched: what matched, which words are not about the subject (idle), and which of those tell nothing at all (silent).</summary>
internal sealed record FieldWords(string Name, ReadText Text, IReadOnlyList<PhraseMatch<int>> Matches, bool[] Idle, bool[] Silent)
{
    /// <summary>Words that are about the subject.</summary>
    public int Telling => Idle.Count(idle => !idle);
}

/// <summary>The fields of a listing in the order of their weight: title, summary, description.</summary>
internal sealed record ListingWords(IReadOnlyList<FieldWords> Fields);
