namespace DcCourseIndex.Crawler.Duplicates.Reading;

/// <summary>A person as a listing names one: the longer words in Latin sounds, and the initials of the rest. Which word is the surname is not known.</summary>
internal sealed record Person(IReadOnlyList<string> Words, string Initials)
{
    private const int ShortestName = 3;

    /// <summary>Null where there is no more than one word: a surname alone, or a first name, tells nobody from others.</summary>
    public static Person? Of(IEnumerable<string> parts)
    {
        var sounds = parts.Select(LatinSounds.Of).Where(part => part.Length > 0).ToList();
        List<string> words = [.. sounds.Where(part => part.Length >= ShortestName)];
        var initials = string.Concat(sounds.Where(part => part.Length < ShortestName).Select(part => part[0]));
        return words.Count > 0 && words.Count + initials.Length >= 2 ? new Person(words, initials) : null;
    }

    /// <summary>Two words are the same in some case form, or one is and an initial stands for another.</summary>
    public static bool Same(Person one, Person other)
    {
        var (mine, theirs) = (one.Words.Where(word => !Has(other, word)).ToList(), other.Words.Where(word => !Has(one, word)).ToList());
        var shared = one.Words.Count - mine.Count;
        return shared >= 2 || (shared == 1 && (mine.Exists(word => other.Initials.Contains(word[0], StringComparison.Ordinal))
            || theirs.Exists(word => one.Initials.Contains(word[0], StringComparison.Ordinal))
            || one.Initials.Any(initial => other.Initials.Contains(initial, StringComparison.Ordinal))));
    }

    /// <summary>Whether a word, in Latin sounds, is one of the names.</summary>
    public static bool Has(Person person, string sound) => person.Words.Any(word => Alike(word, sound));

    /// <summary>What all spellings of the name share with each other: the beginning of a word with the first letter of another.</summary>
    public IEnumerable<string> Keys() =>
        Words.SelectMany(word => Words.Where(other => other != word).Select(other => other[0]).Concat(Initials).Distinct().Select(letter => $"{word[..Math.Min(4, word.Length)]} {letter}"));

    // «Ореста Лемка» is «Орест Лемко».
    private static bool Alike(string one, string other)
    {
        var common = one.AsSpan().CommonPrefixLength(other);
        return common >= ShortestName && common >= Math.Min(one.Length, other.Length) - 1 && Math.Abs(one.Length - other.Length) <= 3;
    }
}
