using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Sources;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What the page of synonyms shows.</summary>
public sealed record SynonymsView
{
    internal SynonymsView(DeskFrame desk, string text, TriedSynonyms? tried) => (Desk, Text, Tried) = (desk, text, tried);

    public DeskFrame Desk { get; }
    internal string Text { get; }

    /// <summary>What the text would change; null where it was not tried.</summary>
    internal TriedSynonyms? Tried { get; }

    /// <summary>Where the file is; null where the desk keeps none.</summary>
    internal string? File { get; init; }
    internal bool HasEarlier { get; init; }

    /// <summary>The file could not be written, so its text is shown to be put there by hand.</summary>
    internal bool Unwritable { get; init; }
}

/// <summary>What the page of reported mistakes shows.</summary>
public sealed class MistakesView
{
    internal MistakesView(DeskFrame desk, MistakeState state, IReadOnlyList<MistakeReport> reports, long? next) => (Desk, State, Reports, Next) = (desk, state, reports, next);

    public DeskFrame Desk { get; }
    internal MistakeState State { get; }
    internal IReadOnlyList<MistakeReport> Reports { get; }
    internal long? Next { get; }
}

/// <summary>What the page of readers' lists shows.</summary>
public sealed class DeskListsView
{
    internal DeskListsView(DeskFrame desk, IReadOnlyList<KeptCourseList> lists, IReadOnlyList<KeptCourseList> takenDown) => (Desk, Lists, TakenDown) = (desk, lists, takenDown);

    public DeskFrame Desk { get; }
    internal IReadOnlyList<KeptCourseList> Lists { get; }
    internal IReadOnlyList<KeptCourseList> TakenDown { get; }
}

/// <summary>A source with its last runs, newest first.</summary>
internal sealed record OperatedSource(SourceItem Source, IReadOnlyList<RunReport> Runs);

/// <summary>What the page of sources shows to their operator.</summary>
public sealed class DeskSourcesView
{
    internal DeskSourcesView(DeskFrame desk, IReadOnlyList<OperatedSource> sources, HarvestPulse pulse, DateTimeOffset now) => (Desk, Sources, Pulse, Now) = (desk, sources, pulse, now);

    public DeskFrame Desk { get; }
    internal IReadOnlyList<OperatedSource> Sources { get; }
    internal HarvestPulse Pulse { get; }
    internal DateTimeOffset Now { get; }
}
