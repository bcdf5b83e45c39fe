namespace DcCourseIndex.Crawler.Probing.Probes;

/// <summary>Asks for a MOOChub list: at the given address, where the page names one, at openHPI's usual place, and at those of Moodle's plugins.</summary>
internal sealed class MoocHubProbe(PlatformTrial trial) : IProbe
{
    private const string Usual = "bridges/moochub/courses";
    private static readonly string[] OfMoodle = ["local/moochubs/classes/webservice.php", "local/open_api/courses.php", "local/ildmeta/get_moochub_courses.php", "files/moochub.php"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProbeFinding>> AskAsync(ProbedSite site, CancellationToken ct)
    {
        var tried = 0;
        foreach (var place in Places(site).DistinctBy(address => address.AbsoluteUri))
        {
            tried++;
            var look = await trial.RunAsync(site.As("moochub", place), site.Fetcher, 2, ct);
            if (look.Courses == 0) continue;
            return
            [
                new("MOOChub", place, "read", $"a list made for exchange, {look.Count}")
                {
                    Courses = look.Courses,
                    Draft = new("moochub", place, Standing.MoocHub),
                },
            ];
        }

        return [new("MOOChub", site.At(Usual), "asked", tried == 1 ? "no list" : $"no list at {tried} addresses")];
    }

    private static IEnumerable<Uri> Places(ProbedSite site)
    {
        if (site.Text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{' or '[', ..]) yield return site.Home.Address;
        foreach (var (address, _) in site.Links.Where(link => link.Address.AbsolutePath.Contains("moochub", StringComparison.OrdinalIgnoreCase)).Take(2)) yield return address;
        yield return site.At(Usual);
        if (!site.Text.Contains("M.cfg", StringComparison.Ordinal)) yield break;
        foreach (var place in OfMoodle) yield return site.At(place);
    }
}
