using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>The requests to one repository. <c>address:</c> is its base address (§3.1.1.1), such as <c>…/oai/request</c> or <c>…/cgi/oai2</c>.</summary>
internal sealed class OaiRequests(SourceDefinition source, IPageFetcher fetcher)
{
    public Task<OaiAnswer> IdentifyAsync(CancellationToken ct) => AskAsync("verb=Identify", ct);

    /// <summary>Resumption tokens go alone (§3.5), and encoded whatever they hold.</summary>
    public Task<OaiAnswer> SetsAsync(string? token, CancellationToken ct) =>
        AskAsync(token is null ? "verb=ListSets" : $"verb=ListSets&resumptionToken={Uri.EscapeDataString(token)}", ct);

    public Task<OaiAnswer> RecordsAsync(string? token, string prefix, string? set, string? from, CancellationToken ct) => AskAsync(
        token is not null
            ? $"verb=ListRecords&resumptionToken={Uri.EscapeDataString(token)}"
            : $"verb=ListRecords&metadataPrefix={prefix}{(set is null ? "" : $"&set={Uri.EscapeDataString(set)}")}{(from is null ? "" : $"&from={Uri.EscapeDataString(from)}")}",
        ct);

    /// <summary>Ends the listing because of an error that leaves nothing to read, with the remedy for its code (§3.6).</summary>
    public ListingUnreliableException Refused(OaiAnswer answer)
    {
        var error = answer.Errors[0];
        var remedy = error.Code switch
        {
            "cannotDisseminateFormat" => $"the repository does not offer {OaiFormats.Plain}, which the standard demands; tell its owner.",
            "noSetHierarchy" => $"the repository has no sets; leave only «type:» in `categories:` of {source.Name}.yml.",
            "noRecordsMatch" => $"the repository shows no record at all; check `categories:` in {source.Name}.yml, and open the address with ?verb=ListRecords&metadataPrefix={OaiFormats.Plain} in a browser.",
            "badResumptionToken" => "the repository does not know its own list any more; harvest again later.",
            "badVerb" or "badArgument" => "the repository does not understand an ordinary question; check `address:`, and tell its owner.",
            _ => "open the address with ?verb=Identify in a browser and check `address:`.",
        };
        return new ListingUnreliableException($"{source.Address}: {error.Code}{(error.Text is null ? "" : $" ({error.Text})")}: {remedy}");
    }

    /// <summary>The answer to a question that the run can do without; null where there is none.</summary>
    public async Task<OaiAnswer?> TryAsync(string query, CancellationToken ct)
    {
        try
        {
            return await AskAsync(query, ct);
        }
        catch (ListingUnreliableException)
        {
            return null;
        }
    }

    private async Task<OaiAnswer> AskAsync(string query, CancellationToken ct)
    {
        var address = new Uri($"{source.Address!.AbsoluteUri.TrimEnd('/')}?{query}");
        var page = Answers.Demand(await fetcher.FetchAsync(new PageRequest(address) { Accept = "text/xml,application/xml" }, ct));
        return OaiReader.Read(XmlText.Document(page))
            ?? throw new ListingUnreliableException($"{address}: this is no answer of OAI-PMH; `address:` in {source.Name}.yml must be the repository's base address, such as https://…/oai/request or https://…/cgi/oai2.");
    }
}
