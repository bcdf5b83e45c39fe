using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>The arguments of a request that were understood: those that its verb takes, each once (OAI-PMH 2.0 §3.1, §4).</summary>
internal sealed partial class OaiArguments
{
    private const string Token = "resumptionToken";
    private static readonly string[] Listing = ["metadataPrefix", "from", "until", "set", Token];
    private static readonly Dictionary<string, string[]> Verbs = new(StringComparer.Ordinal)
    {
        ["Identify"] = [],
        ["ListMetadataFormats"] = ["identifier"],
        ["ListSets"] = [Token],
        ["GetRecord"] = ["identifier", "metadataPrefix"],
        ["ListIdentifiers"] = Listing,
        ["ListRecords"] = Listing,
    };

    private readonly Dictionary<string, string> values;

    private OaiArguments(Dictionary<string, string> values) => this.values = values;

    public static IReadOnlyCollection<string> KnownVerbs => Verbs.Keys;

    /// <summary>Whether a text has the form of a set's name; says nothing of its existence.</summary>
    public static bool IsSet(string text) => SetForm().IsMatch(text);

    public string Verb => values["verb"];

    /// <summary>In the order in which they were sent, the verb among them.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => values;

    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Reads a query string or a form; the arguments are null only where an error is returned.</summary>
    public static OaiError? Read(IEnumerable<KeyValuePair<string, StringValues>> sent, out OaiArguments? arguments)
    {
        arguments = null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, given) in sent)
        {
            if (given.Count != 1)
                return name == "verb" ? OaiError.BadVerb("«verb» may be given once.") : OaiError.BadArgument($"«{OaiError.Shown(name)}» may be given once.");
            values[name] = given[0] ?? "";
        }
        if (!values.TryGetValue("verb", out var verb) || !Verbs.TryGetValue(verb, out var known))
            return OaiError.BadVerb($"«verb» is one of {string.Join(", ", Verbs.Keys)}.");
        if (values.Keys.FirstOrDefault(name => name != "verb" && !known.Contains(name)) is { } unknown)
            return OaiError.BadArgument($"{verb} takes no «{OaiError.Shown(unknown)}»{(known.Length == 0 ? "." : $"; it takes {string.Join(", ", known)}.")}");
        arguments = new(values);
        return Missing(verb, values) ?? Misshapen(values);
    }

    private static OaiError? Missing(string verb, Dictionary<string, string> values)
    {
        if (values.ContainsKey(Token))
            return values.Count == 2 ? null : OaiError.BadArgument($"«{Token}» stands alone; leave the other arguments out.");
        string[] needed = verb switch { "GetRecord" => ["identifier", "metadataPrefix"], "ListIdentifiers" or "ListRecords" => ["metadataPrefix"], _ => [] };
        return needed.FirstOrDefault(name => !values.ContainsKey(name)) is { } missing ? OaiError.BadArgument($"{verb} needs «{missing}».") : null;
    }

    private static OaiError? Misshapen(Dictionary<string, string> values)
    {
        if (values.TryGetValue("metadataPrefix", out var prefix) && !PrefixForm().IsMatch(prefix))
            return OaiError.BadArgument($"«{OaiError.Shown(prefix)}» cannot name a format.");
        return values.TryGetValue("set", out var set) && !IsSet(set) ? OaiError.BadArgument($"«{OaiError.Shown(set)}» cannot name a set.") : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.!~*'()-]{1,60}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixForm();

    [GeneratedRegex(@"^[A-Za-z0-9_.!~*'()-]{1,60}(:[A-Za-z0-9_.!~*'()-]{1,60}){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SetForm();
}
