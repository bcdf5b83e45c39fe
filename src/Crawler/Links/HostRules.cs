using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Links;

/// <summary>With which source's manners a host is asked.</summary>
internal sealed class HostRules(IReadOnlyList<SourceDefinition> sources)
{
    /// <summary>Sources whose links nobody looks at: switched off, or read from a recording, behind which nothing lives.</summary>
    public IReadOnlyList<string> Unasked { get; } = [.. sources.Where(source => !source.Enabled || source.Recorded is not null).Select(source => source.Name)];

    /// <summary>The source that harvests a host, where one does: its hours and its stop switch hold for everybody's links there.</summary>
    public SourceDefinition? Owner(string host) => sources.FirstOrDefault(source =>
        source is { Enabled: true, Recorded: null, Address: { } own } && string.Equals(own.IdnHost, host, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The source of a link as its requests to a host are made: its own rights (a private address is open to its own links only),
    /// with the longer of both delays. Imported courses have no file and get the standard manners.
    /// </summary>
    public SourceDefinition Asking(string source, string host)
    {
        var own = sources.FirstOrDefault(known => known.Name == source) ?? new SourceDefinition { Name = source, Title = source, Platform = "import" };
        return Owner(host) is { } owner && owner.Politeness.Delay > own.Politeness.Delay
            ? own with { Politeness = own.Politeness with { Delay = owner.Politeness.Delay } }
            : own;
    }

    /// <summary>The hours in which links of a source to a host may be asked by themselves.</summary>
    public (TimeOnly From, TimeOnly To)? Window(string source, string host) => (Owner(host) ?? Asking(source, host)).Politeness.Window;
}
