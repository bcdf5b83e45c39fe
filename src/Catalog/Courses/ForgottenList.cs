using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>One request to be forgotten, as a digest: who or what it was cannot be read from it. <paramref name="Words"/> is the number of words of a name, 0 for a course.</summary>
public sealed record Forgotten(string Kind, string Digest, int Words)
{
    public const string CourseKind = "course";
    public const string PersonKind = "person";

    /// <summary>A course by its id.</summary>
    public static Forgotten Course(string id) => new(CourseKind, Hash($"{CourseKind}:{id}"), 0);

    /// <summary>A person by name, in whatever case, order and inflection the words stand; null for a single word, which would be half the country's name.</summary>
    public static Forgotten? Person(string name)
    {
        var words = NameWords.In(name);
        return words.Count < 2 ? null : new(PersonKind, NameWords.Digest(words), words.Count);
    }

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What must not be listed or named again. Asked for every listing on its way into the catalogue; pure and safe for many threads.</summary>
public sealed class ForgottenList
{
    /// <summary>Nobody asked.</summary>
    public static readonly ForgottenList Empty = new([]);

    private readonly HashSet<string> courses;
    private readonly HashSet<string> persons;
    private readonly int[] lengths;

    public ForgottenList(IReadOnlyCollection<Forgotten> entries)
    {
        courses = [.. entries.Where(entry => entry.Kind == Forgotten.CourseKind).Select(entry => entry.Digest)];
        persons = [.. entries.Where(entry => entry.Kind == Forgotten.PersonKind).Select(entry => entry.Digest)];
        lengths = [.. entries.Where(entry => entry.Kind == Forgotten.PersonKind).Select(entry => entry.Words).Distinct().OrderDescending()];
    }

    /// <summary>Whether any person is on the list, so that texts must be searched at all.</summary>
    public bool HasPersons => persons.Count > 0;

    public bool HasCourse(string id) => courses.Count > 0 && courses.Contains(Forgotten.Course(id).Digest);

    /// <summary>Where in a plain text a forgotten person is named: start and length in UTF-16 units.</summary>
    public IReadOnlyList<(int Start, int Length)> NamesIn(string text)
    {
        if (!HasPersons)
        {
            return [];
        }
        var found = new List<(int, int)>();
        var words = NameWords.In(text);
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var length in lengths)
            {
                if (i + length <= words.Count && Stands(text, words, i, length))
                {
                    found.Add((words[i].Start, words[i + length - 1].End - words[i].Start));
                    i += length - 1;
                    break;
                }
            }
        }
        return found;
    }

    private bool Stands(string text, IReadOnlyList<NameWord> words, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            var apart = i > first && !text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).IsWhiteSpace();
            if (apart || !char.IsUpper(text[words[i].Start]))
            {
                return false;
            }
        }
        return persons.Contains(NameWords.Digest([.. words.Skip(first).Take(count)]));
    }
}

/// <summary>A word that may be part of a name, with its place and its stem.</summary>
internal readonly record struct NameWord(int Start, int End, string Stem);

/// <summary>Brings names into a form in which they can be compared: folded, without endings, in alphabetical order.</summary>
internal static partial class NameWords
{
    public static IReadOnlyList<NameWord> In(string text) =>
        [.. Word().Matches(text).Select(match => new NameWord(match.Index, match.Index + match.Length, Stem(match.Value)))];

    public static string Digest(IReadOnlyList<NameWord> words) =>
        Forgotten.Hash($"{Forgotten.PersonKind}:{string.Join(' ', words.Select(word => word.Stem).Order(StringComparer.Ordinal))}");

    private static string Stem(string word)
    {
        var folded = TextFolding.Fold(word);
        return folded.Length == 0 ? word : UkrainianStemmer.Stems(folded)[0];
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’ʼ-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
