namespace DcCourseIndex.Crawler.Fetching.Rules;

/// <summary>Whether the owner reserves text and data mining, and where he says what may be asked of him (W3C TDM Reservation Protocol).</summary>
/// <param name="Reserved">Null: he says nothing.</param>
/// <param name="Policy">As written; null where there is none.</param>
internal sealed record MiningRule(bool? Reserved, string? Policy)
{
    private const string Reservation = "tdm-reservation";
    private const string PolicyName = "tdm-policy";

    public static readonly MiningRule Unset = new(null, null);

    /// <summary>The meta tags of the page go before its headers, and these before the origin's file.</summary>
    public static MiningRule Of(IReadOnlyDictionary<string, string> headers, string? html, MiningRule ofFile)
    {
        var tags = html is null ? [] : MetaTags.Of(html).Where(tag => tag.Name is Reservation or PolicyName).ToList();
        var ofTags = Stated(tags.Find(tag => tag.Name == Reservation).Content, tags.Find(tag => tag.Name == PolicyName).Content);
        var ofHeaders = Stated(headers.GetValueOrDefault(Reservation), headers.GetValueOrDefault(PolicyName));
        return ofTags.Reserved is not null ? ofTags : ofHeaders.Reserved is not null ? ofHeaders : ofFile;
    }

    /// <summary>Only 0 and 1 mean something; anything else is as if nothing had been said.</summary>
    public static MiningRule Stated(string? reservation, string? policy) => reservation?.Trim() switch
    {
        "1" => new(true, string.IsNullOrWhiteSpace(policy) ? null : policy.Trim()),
        "0" => new(false, null),
        _ => Unset,
    };
}
