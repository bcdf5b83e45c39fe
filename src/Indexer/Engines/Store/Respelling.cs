using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>
/// Another spelling of a query whose words the index does not know: typed in the wrong keyboard layout, in Latin letters, or with so many slips, one or two.
/// Of what may be meant the word wins that most courses have.
/// </summary>
internal sealed class Respelling(TextAnalysis analysis, TokenMap tokens, NearWords words, Func<SynonymRings> rings, Func<int, Session, long> courses, int slips)
{
    private const string Layout = "layout";
    private const string Transliterated = "transliteration";
    private const string Slip = "typo";

    // Pieces of a query that are put right; one with more slips is not meant for people.
    private const int MostCorrected = 8;

    // Candidates whose number of courses is compared, for each slip.
    private const int MostCompared = 20;

    // stop, step: no dictionary says which English words there are.
    private const int ShortestEnglish = 5;

    private static readonly ILookup<string, string> LittleWords = StopWords.All.Where(word => !IsLatin(word)).ToLookup(word => LatinKey.Of(word) ?? "", StringComparer.Ordinal);

    /// <summary>The query with what is unknown put right; null where nothing better is known.</summary>
    public Correction? Of(string text, Func<string, bool> isKnown, Session session)
    {
        text = QuerySplitter.Cut(text);
        var joined = Blanks.Joined(text, isKnown);
        return joined == text ? OfWords(text, isKnown, session) : OfWords(joined, isKnown, session) ?? new Correction(joined, true, Slip);
    }

    private Correction? OfWords(string text, Func<string, bool> isKnown, Session session)
    {
        var unknown = QuerySplitter.Split(text).Where(chunk => chunk.Kind == ChunkKind.Words && !isKnown(chunk.Text)).Take(MostCorrected).ToList();
        // Among English words a Latin one is no Ukrainian word in Latin letters.
        var isEnglish = Places.Of(analysis.Analyse(text)).Any(token => token.Word.Length >= 3 && IsLatin(token.Word) && StopWords.Contains(token.Word));
        var better = unknown.ToDictionary(chunk => chunk, chunk => Better(chunk.Text, isEnglish, isKnown, session));
        if (!isEnglish)
        {
            ReadLatin(better);
        }

        if (better.Values.OfType<Better>().Select(found => found.Reason).LastOrDefault() is not { } reason)
        {
            return null;
        }

        // The layout is wrong for a whole query, for the words that no course has as well.
        var layout = better.Values.Any(found => found?.Reason == Layout);
        var corrected = text;
        foreach (var chunk in Enumerable.Reverse(unknown))
        {
            var replacement = better[chunk]?.Text ?? (layout ? Swap(chunk.Text) : chunk.Text);
            corrected = string.Concat(corrected.AsSpan(0, chunk.Start), replacement, corrected.AsSpan(chunk.Start + chunk.Length));
        }

        return new Correction(corrected, true, layout ? Layout : reason);
    }

    private Better? Better(string text, bool isEnglish, Func<string, bool> isKnown, Session session)
    {
        var swapped = Swap(text);
        if (swapped != text && isKnown(swapped))
        {
            return new Better(swapped, Layout);
        }

        if (!isEnglish && Respell(text, word => IsLatin(word) ? session.Connection.WordsInLatin(word) : [], session) is { } cyrillic)
        {
            return new Better(cyrillic, Transliterated);
        }

        // Letters that sound alike (и, і) have one Latin key.
        var respelt = Respell(text, word => [.. isEnglish && word.Length < ShortestEnglish ? [] : words.Near(word), .. IsLatin(word) ? [] : session.Connection.WordsInLatin(word)], session)
            ?? FromRings(text, isKnown)
            ?? (Unknown(text).Any() ? Blanks.Parted(text, word => session.Connection.Word(TextFolding.Fold(word)) is not null) : null)
            ?? (slips > 1 ? Respell(text, words.NearTwice, session) : null);
        return respelt is null ? null : new Better(respelt, Slip);
    }

    /// <summary>The text with each unknown word replaced by the candidate that most courses have; null where there is none.</summary>
    private string? Respell(string text, Func<string, IReadOnlyList<string>> candidates, Session session)
    {
        var respelt = text;
        foreach (var token in Unknown(text))
        {
            var best = candidates(token.Word).Distinct().Where(word => IsFit(word, session.Connection)).Take(MostCompared * slips)
                .Select(word => (Word: word, Courses: Courses(word, session)))
                .Where(candidate => candidate.Courses > 0)
                .OrderByDescending(candidate => candidate.Courses).ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best.Word is not null)
            {
                respelt = string.Concat(respelt.AsSpan(0, token.Start), best.Word, respelt.AsSpan(token.Start + token.Length));
            }
        }

        return respelt == text ? null : respelt;
    }

    // Words that no course has, in Latin letters as well, are read by the words of the rings and the little ones: all of them where nothing else shows that the query is in Latin letters.
    private void ReadLatin(Dictionary<QueryChunk, Better?> better)
    {
        var isLatin = better.Values.Any(one => one?.Reason == Transliterated);
        // Beside «tsyfrovyi», «slid» is no mistyped «slide».
        var left = better.Where(one => one.Value is null || (isLatin && one.Value.Reason == Slip)).ToDictionary(one => one.Key, one => LatinWord(one.Key.Text));
        if (isLatin || (left.Count == better.Count && left.Values.All(word => word is not null) && left.Values.Any(word => !StopWords.Contains(word!))))
        {
            foreach (var (chunk, word) in left.Where(one => one.Value is not null))
            {
                better[chunk] = new Better(word!, Transliterated);
            }
        }
    }

    private string? LatinWord(string typed) => IsLatin(typed) && !EnglishWords.Contains(TextFolding.Fold(typed))
        ? LittleWords[LatinKey.Of(TextFolding.Fold(typed)) ?? ""].FirstOrDefault() ?? rings().InLatin(TextFolding.Fold(typed)).FirstOrDefault()
        : null;

    // The last first, so that those before it stay in their places while one is replaced.
    private IEnumerable<AnalysedToken> Unknown(string text) =>
        Places.Of(analysis.Analyse(text)).Reverse().Where(token => tokens.Of(token.Terms).Length == 0 && !analysis.Knows(token.Word) && !EnglishWords.Contains(token.Word));

    // What no course says in this word may be said by a synonym of it: «астрономя» finds Astronomy.
    private string? FromRings(string text, Func<string, bool> isKnown)
    {
        var respelt = text;
        foreach (var token in Unknown(text).Where(token => !IsLatin(token.Word)))
        {
            if (rings().Near(token.Word).Where(isKnown).OrderBy(word => Math.Abs(word.Length - token.Word.Length)).ThenBy(word => word, StringComparer.Ordinal).FirstOrDefault() is { } meant)
            {
                respelt = string.Concat(respelt.AsSpan(0, token.Start), meant, respelt.AsSpan(token.Start + token.Length));
            }
        }

        return respelt == text ? null : respelt;
    }

    // Words that courses have, and dictionary forms of such; stems are nothing to show to people.
    private bool IsFit(string word, ReadConnection connection) =>
        !StopWords.Contains(word)
        && (connection.Word(word) is not null || (!IsLatin(word) && analysis.Analyse(word) is [var token] && token.Terms.Contains(word)));

    private long Courses(string word, Session session) =>
        Places.Of(analysis.Analyse(word)) is [var place] ? tokens.Of(place.Terms).Sum(token => courses(token, session)) : 0;

    private static string Swap(string text) => text.Any(letter => letter is >= 'Ѐ' and <= 'ӿ') ? KeyboardLayout.ToLatin(text) : KeyboardLayout.ToCyrillic(text);

    private static bool IsLatin(string word) => char.IsAscii(word[0]);
}

/// <summary>A better spelling of a piece of a query, and what was wrong.</summary>
internal sealed record Better(string Text, string Reason);
