using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>
/// The keys by which a listing finds the course that it names: a course offers its portal, institution and teachers, each with a word of its title; a listing that says
/// little seeks the names it has, each with a word of what it is on.
/// </summary>
internal static class NamingKeys
{
    private const int TitleOffered = 3;
    private const int NamesSought = 3;
    private const int SubjectSought = 7;
    private const int LongestSeeker = 50;
    private const ulong NameSalt = 0xA1;
    private const ulong CodeSalt = 0xB2;

    public static IEnumerable<long> Of(Naming naming) => naming.Codes.Select(code => CandidateKey.Shared(StableHash.Join(code, CodeSalt))).Concat(Offered(naming)).Concat(Sought(naming));

    // A surname, or the name of a small institution, is rare enough by itself.
    private static IEnumerable<long> Offered(Naming naming)
    {
        var words = naming.Title.Take(TitleOffered).SelectMany(word => Words(word, 1)).Distinct().ToList();
        return naming.Surnames.Concat(naming.MakerSounds).Distinct().Select(name => CandidateKey.Offered(Key(name, 0)))
            .Concat(naming.Houses.SelectMany(name => words.Select(word => CandidateKey.Offered(Key(name, word)))));
    }

    private static IEnumerable<long> Sought(Naming naming)
    {
        if (naming.Subject.Length > LongestSeeker)
        {
            return [];
        }

        var words = naming.Subject.Take(SubjectSought).SelectMany(word => Words(word, 2)).Distinct().ToList();
        var names = naming.NamesInOrder.Take(NamesSought).ToList();
        return naming.NamesInOrder.Concat(naming.Surnames).Concat(naming.MakerSounds).Distinct().Select(name => CandidateKey.Sought(Key(name, 0)))
            .Concat(names.SelectMany(name => words.Where(word => word != name).Select(word => CandidateKey.Sought(Key(name, word)))));
    }

    // Its sound, and what its translation may be.
    private static IEnumerable<uint> Words(Sense sense, int meanings) => sense.Meanings.Take(meanings).Append(sense.Sound).Where(word => word != 0);

    private static ulong Key(uint name, uint word) => StableHash.Join(StableHash.Join(NameSalt, name), word);
}
