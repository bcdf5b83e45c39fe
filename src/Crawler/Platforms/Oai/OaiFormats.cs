namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>
/// Chooses the metadata format of a run. Unqualified Dublin Core is what every repository has (§5); one that also offers learning object metadata,
/// DSpace's own fields, qualified Dublin Core or MODS tells more in these, which is used where every record is offered in it: a list holds only
/// the records that have its format (§4.5).
/// </summary>
internal static class OaiFormats
{
    public const string Plain = "oai_dc";

    private static readonly string[] Richer = ["lom", "oai_lom", "lom_v1", "dim", "qdc", "mods"];

    /// <summary>The prefix to ask with. Whatever goes wrong on the way, the plain format remains.</summary>
    public static async Task<string> ChooseAsync(OaiRequests requests, string? set, CancellationToken ct)
    {
        var offered = await requests.TryAsync("verb=ListMetadataFormats", ct);
        if (Richer.FirstOrDefault(prefix => offered?.Formats.Contains(prefix, StringComparer.Ordinal) == true) is not { } richest) return Plain;
        var plain = await requests.TryAsync(Identifiers(Plain, set), ct);
        var rich = plain is null ? null : await requests.TryAsync(Identifiers(richest, set), ct);
        return rich is not null && HoldsAll(rich, plain!) ? richest : Plain;
    }

    private static bool HoldsAll(OaiAnswer rich, OaiAnswer plain)
    {
        if (rich.Errors.Count > 0 || plain.Errors.Count > 0 || rich.Identifiers.Count == 0) return false;
        if (rich.ListSize is { } one && plain.ListSize is { } other) return one == other;
        // Nobody says how many there are: then the beginning decides.
        var same = rich.Identifiers.Zip(plain.Identifiers).All(pair => pair.First == pair.Second);
        return same && (rich.Token is null) == (plain.Token is null) && (rich.Token is not null || rich.Identifiers.Count == plain.Identifiers.Count);
    }

    private static string Identifiers(string prefix, string? set) =>
        $"verb=ListIdentifiers&metadataPrefix={prefix}{(set is null ? "" : $"&set={Uri.EscapeDataString(set)}")}";
}
