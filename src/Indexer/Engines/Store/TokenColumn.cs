using DcCourseIndex.Catalog.Language;
using DcCourseIndex.Indexer.Query;

namespace DcCourseIndex.Indexer.Engines.Store;

/// <summary>One field of a course as tokens. What the vocabulary knows already is a number at once, on any core; new words wait for the thread that writes.</summary>
internal sealed class TokenColumn(TokenWriter vocabulary)
{
    private readonly List<int> _tokens = [];
    private List<(int At, PlacedWord Word)>? _new;

    /// <summary>Puts the values of a field one after another.</summary>
    public static TokenColumn Of(IEnumerable<FieldValue> values, TextAnalysis analysis, TokenWriter vocabulary)
    {
        var column = new TokenColumn(vocabulary);
        List<IReadOnlyList<string>>? wholes = null;
        foreach (var value in values)
        {
            if (column._tokens.Count > 0)
            {
                column._tokens.Add(StoreSchema.Break);
            }

            if (value.IsTerm)
            {
                column.Add(null, [value.Text]);
            }
            else if (value.Places is { } known)
            {
                foreach (var place in known)
                {
                    column.Add(place);
                }
            }
            else
            {
                foreach (var span in TextAnalysis.Split(value.Text))
                {
                    var written = value.Text.AsSpan(span.Start, span.Length);
                    if (span.Parts > 1)
                    {
                        (wholes ??= []).Add(analysis.Word(written).Terms);
                    }
                    else if (vocabulary.IsKnown(written, out var token))
                    {
                        column._tokens.Add(token);
                    }
                    else
                    {
                        column.Add(written, analysis);
                    }
                }
            }
        }

        // The wholes of compounds stand apart, behind the text, where they part no phrase.
        foreach (var whole in wholes ?? [])
        {
            column._tokens.Add(StoreSchema.Break);
            column.Add(null, whole);
        }

        return column;
    }

    /// <summary>The tokens in order; new words have theirs from now on. Only for the thread that writes.</summary>
    public int[] Finish()
    {
        var tokens = _tokens.ToArray();
        foreach (var (at, word) in _new ?? [])
        {
            tokens[at] = vocabulary.Token(word);
        }

        return tokens;
    }

    private void Add(string? word, IReadOnlyList<string> terms)
    {
        if (word is not null && vocabulary.Known(word) is { } token)
        {
            _tokens.Add(token);
        }
        else
        {
            Add(new PlacedWord(word, Places.Key(terms)));
        }
    }

    private void Add(ReadOnlySpan<char> written, TextAnalysis analysis)
    {
        var (word, terms) = analysis.Word(written);
        Add(word, terms);
        if (_tokens[^1] is not StoreSchema.Break and var token)
        {
            vocabulary.Remember(written, token);
        }
    }

    private void Add(PlacedWord place)
    {
        if (place.Readings is null)
        {
            _tokens.Add(StoreSchema.Break);
            return;
        }

        if (vocabulary.Known(place) is not { } token)
        {
            (_new ??= []).Add((_tokens.Count, place));
            token = StoreSchema.Break;
        }

        _tokens.Add(token);
    }
}
