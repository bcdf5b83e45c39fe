using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.Oai;

/// <summary>Finds the sets that a source file names, by identifier or by name.</summary>
internal static class OaiSets
{
    private const int LastPage = 200;

    /// <summary>Identifiers in the file's order; one null where no set is named and the whole repository is meant. Throws where a named one is not there.</summary>
    public static async Task<IReadOnlyList<string?>> ResolveAsync(SourceDefinition source, OaiRequests requests, IReadOnlyList<string> named, CancellationToken ct)
    {
        if (named.Count == 0) return [null];
        var sets = new List<OaiSet>();
        string? token = null;
        for (var page = 0; page < LastPage; page++)
        {
            var answer = await requests.SetsAsync(token, ct);
            if (answer.Errors.Count > 0) throw requests.Refused(answer);
            sets.AddRange(answer.Sets);
            if (answer.Token is null || answer.Token == token) break;
            token = answer.Token;
        }

        return
        [
            .. named.Select(name => (sets.Find(set => set.Spec == name.Trim()) ?? sets.Find(set => Words.Same(set.Name, name)))?.Spec
                ?? throw new ListingUnreliableException($"{source.Address}: the repository has no set «{name}»; it may be renamed: correct `categories:` in {source.Name}.yml (a type is written as \"type:{name}\")."))
                .Distinct(StringComparer.Ordinal),
        ];
    }
}
