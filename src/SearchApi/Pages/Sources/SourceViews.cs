using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Sources;

namespace DcCourseIndex.SearchApi.Pages.Sources;

/// <summary>What the page of sources shows.</summary>
public sealed class SourcesView
{
    internal SourcesView(PageFrame frame, IReadOnlyList<SourceItem> sources, HarvestPulse pulse, DateTimeOffset now) => (Frame, Sources, Pulse, Now) = (frame, sources, pulse, now);

    public PageFrame Frame { get; }
    internal IReadOnlyList<SourceItem> Sources { get; }
    internal HarvestPulse Pulse { get; }
    internal DateTimeOffset Now { get; }
}

/// <summary>What the page of one source shows: runs newest first, at most thirty.</summary>
public sealed class SourceView
{
    internal SourceView(PageFrame frame, SourceItem source, IReadOnlyList<RunReport> runs, DateTimeOffset now) => (Frame, Source, Runs, Now) = (frame, source, runs, now);

    public PageFrame Frame { get; }
    internal SourceItem Source { get; }
    internal IReadOnlyList<RunReport> Runs { get; }
    internal DateTimeOffset Now { get; }
    internal string Title => Source.Title ?? Source.Name;
}

/// <summary>What the page of one run shows.</summary>
public sealed class RunView
{
    internal RunView(PageFrame frame, SourceItem source, RunReport run) => (Frame, Source, Run) = (frame, source, run);

    public PageFrame Frame { get; }
    internal SourceItem Source { get; }
    internal RunReport Run { get; }
}

/// <summary>Field by field how many of a run's courses have it.</summary>
public sealed class FilledView
{
    internal FilledView(Texts.PageTexts texts, IReadOnlyDictionary<string, double> filled) => (Texts, Filled) = (texts, filled);

    internal Texts.PageTexts Texts { get; }
    internal IReadOnlyDictionary<string, double> Filled { get; }
}
