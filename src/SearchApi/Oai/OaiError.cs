using DcCourseIndex.SearchApi.Answers;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>What is wrong with a request, in the protocol's own words (OAI-PMH 2.0 §3.6).</summary>
internal sealed record OaiError(string Code, string Message)
{
    private const int Longest = 60;

    /// <summary>Whether the answer may repeat the arguments (§3.2: not those of a request that was not understood).</summary>
    public bool RepeatsArguments => Code is not ("badVerb" or "badArgument");

    public static OaiError BadVerb(string message) => new("badVerb", message);

    public static OaiError BadArgument(string message) => new("badArgument", message);

    public static OaiError BadToken() =>
        new("badResumptionToken", "This token was not made here for this verb, or the catalogue has been restored since. Begin the list anew without a token.");

    public static OaiError UnknownFormat(string prefix) =>
        new("cannotDisseminateFormat", $"There is no format «{Shown(prefix)}» here; ListMetadataFormats names those that there are.");

    public static OaiError UnknownRecord(string identifier) =>
        new("idDoesNotExist", $"The catalogue never had «{Shown(identifier)}».");

    public static OaiError NoRecords() => new("noRecordsMatch", "No course of this set was changed between these dates.");

    /// <summary>What somebody sent, as XML can hold it and short enough to be said back.</summary>
    public static string Shown(string sent)
    {
        var line = PlainLine.Of(sent);
        return line.Length <= Longest ? line : PlainLine.Xml(line[..Longest]) + "…";
    }
}
