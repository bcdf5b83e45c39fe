namespace DcCourseIndex.Catalog.Language;

/// <summary>From a form to its lemmas: each ending that a rule could have added is taken off again, and the root is looked up.</summary>
internal sealed class UkrainianLemmas
{
    private readonly Dictionary<string, string> _roots;
    private readonly Dictionary<string, Rules> _rulesByEnding;
    private readonly HashSet<string> _names;
    private readonly int _longestEnding;

    public UkrainianLemmas(HunspellDictionary dictionary)
    {
        _roots = dictionary.Roots;
        _names = dictionary.Names;
        _rulesByEnding = dictionary.Rules.GroupBy(rule => rule.Ending, StringComparer.Ordinal).ToDictionary(rules => rules.Key, rules => Rules.Of([.. rules]), StringComparer.Ordinal);
        _longestEnding = _rulesByEnding.Keys.Max(ending => ending.Length);
    }

    /// <summary>The lemmas of a folded word, best first; empty where the dictionary does not know it.</summary>
    public List<string> Of(string word)
    {
        var lemmas = new List<string>(2);
        if (_roots.ContainsKey(word))
        {
            lemmas.Add(word);
        }

        var endings = _rulesByEnding.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> root = stackalloc char[word.Length + 16];
        word.CopyTo(root);
        for (var cut = 0; cut <= Math.Min(_longestEnding, word.Length); cut++)
        {
            if (endings.TryGetValue(word.AsSpan(word.Length - cut), out var rules))
            {
                AddRoots(rules, root, word.Length - cut, lemmas);
                word.CopyTo(root);
            }
        }

        // «люди» are people and not forms of the name Люда: a name counts where there is no other reading.
        if (lemmas.Count > 1 && lemmas.Exists(lemma => !_names.Contains(lemma)))
        {
            lemmas.RemoveAll(_names.Contains);
        }

        return lemmas.Count < 2 ? lemmas : [.. lemmas.OrderBy(lemma => Rank(word, lemma, lemmas))];
    }

    // Many rules trade an ending for the same letters: each such root is looked up once.
    private void AddRoots(Rules rules, Span<char> room, int kept, List<string> lemmas)
    {
        var roots = _roots.GetAlternateLookup<ReadOnlySpan<char>>();
        var (written, isRoot, lemma, flags) = (-1, false, "", "");
        Span<bool> unknown = stackalloc bool[rules.Strips];
        for (var at = 0; at < rules.Ordered.Length; at++)
        {
            var (rule, strip) = rules.Ordered[at];
            if (unknown[strip])
            {
                continue;
            }

            rule.Strip.CopyTo(room[kept..]);
            var root = room[..(kept + rule.Strip.Length)];
            if (!rule.Fits(root))
            {
                continue;
            }

            if (written != strip)
            {
                (written, isRoot) = (strip, roots.TryGetValue(root, out lemma, out flags));
                unknown[strip] = !isRoot;
            }

            if (isRoot && flags!.Contains(rule.Flag) && !lemmas.Contains(lemma!))
            {
                lemmas.Add(lemma!);
            }
        }
    }

    // The word itself goes first; last a form that stands in the list without a paradigm («людини») or as a possessive («вчителів»)
    // beside its real lemma, and before it verbs, since course texts name things more than they order.
    private int Rank(string word, string lemma, List<string> all) =>
        lemma == word
            ? _roots[lemma].Length == 0 || (word.EndsWith("ів", StringComparison.Ordinal) && all.Exists(other => other != word && other.StartsWith(word[..^2], StringComparison.Ordinal))) ? 3 : 0
            : lemma.EndsWith("ти", StringComparison.Ordinal) || lemma.EndsWith("тися", StringComparison.Ordinal) ? 2 : 1;

    // The rules that add one ending, in the order of the file, each with the number of the letters that it takes off before.
    private sealed record Rules((SuffixRule Rule, int Strip)[] Ordered, int Strips)
    {
        public static Rules Of(SuffixRule[] rules)
        {
            var strips = rules.Select(rule => rule.Strip).Distinct(StringComparer.Ordinal).ToList();
            return new([.. rules.Select(rule => (rule, strips.IndexOf(rule.Strip)))], strips.Count);
        }
    }
}
