using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting.Judging;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Platforms.Folder;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>What an import takes: a file of raw listings, one JSON object a line, under a source's name. Only a complete file says anything about courses that it does not list.</summary>
public sealed record ImportOrder(string File, string Source, bool Complete, SourceTraits Traits)
{
    /// <summary>The node that imports, and the number under which it writes; see <see cref="HarvestOpening"/>.</summary>
    public string? Node { get; init; }
    public long Fence { get; init; }
}

/// <summary>Brings a file of raw listings into the catalogue. Broken lines are refused one by one, the others are taken.</summary>
public sealed class ListingImport(ICourseCatalog catalog, ListingPreparation preparation, RunJudge judge, TimeProvider clock)
{
    private const int LinesABatch = 1000;
    private const int NotesKept = 100;

    /// <summary>
    /// Imports a file; the report lists the refused lines. An import that was cut off goes on where it stopped if the file is still the same.
    /// One that is said to be complete and is much shorter than usual is held. Throws <see cref="IOException"/> where the file cannot be read.
    /// </summary>
    public async Task<HarvestReport> ImportAsync(ImportOrder order, IProgress<HarvestProgress>? progress, CancellationToken ct)
    {
        var marker = ImportMarker.For(order.File);
        var run = await OpenAsync(order, marker, ct);
        await preparation.LearnOnceAsync(order.Traits, catalog, CancellationToken.None);
        var done = marker.LinesDone(run.Marker);
        var tally = new RunTally(run);
        var notes = new List<ListingNote>();
        var noted = 0;
        var end = order.Complete ? HarvestEnd.Complete : HarvestEnd.Partial;
        try
        {
            await foreach (var lines in BatchesAsync(order.File, done, ct))
            {
                var (prepared, doubts) = Prepare(lines, order.Traits);
                var batch = prepared with { Marker = marker.At(lines[^1].Number) };
                await catalog.RecordAsync(run, batch, ct);
                tally.Add(batch);
                noted += doubts.Count;
                notes.AddRange(doubts.Take(NotesKept - notes.Count));
                progress?.Report(new HarvestProgress(order.Source, tally.Found, tally.Refused, 0, null));
            }
        }
        catch (Exception left) when (left is RunTakenOverException || (left is OperationCanceledException && ct.IsCancellationRequested))
        {
            end = HarvestEnd.Interrupted;
        }

        var judgement = await judge.JudgeAsync(run, new RunReading(end, null, tally.Refused, null, Trusted: true, []), CancellationToken.None);
        var closing = new HarvestClosing(end, judgement.HeldBecause, null, FetchFigures.None, clock.GetUtcNow()) { Filled = judgement.Filled, Noted = noted, Notes = notes };
        return await catalog.CloseHarvestAsync(run, closing, CancellationToken.None);
    }

    private async Task<HarvestRun> OpenAsync(ImportOrder order, ImportMarker marker, CancellationToken ct)
    {
        var opening = new HarvestOpening(order.Source, RunKind.Import, clock.GetUtcNow()) { Node = order.Node, Fence = order.Fence };
        var run = await catalog.OpenHarvestAsync(opening, ct);
        if (run.Marker is null || marker.Fits(run.Marker))
        {
            return run;
        }

        // What a cut-off import of another file left must not be mixed with this one.
        await catalog.CloseHarvestAsync(
            run,
            new HarvestClosing(HarvestEnd.Failed, null, "Dropped: another file is imported now.", FetchFigures.None, clock.GetUtcNow()),
            ct);
        return await catalog.OpenHarvestAsync(opening, ct);
    }

    private static async IAsyncEnumerable<List<Line>> BatchesAsync(string file, int skip, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        using var reader = BoundedLines.Of(file);
        var batch = new List<Line>(LinesABatch);
        while (await reader.ReadAsync(ct) is { } line)
        {
            if (line.Number <= skip || line.Text is { Length: 0 })
            {
                continue;
            }

            batch.Add(line);
            if (batch.Count == LinesABatch)
            {
                yield return batch;
                batch = new List<Line>(LinesABatch);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private (HarvestBatch Batch, IReadOnlyList<ListingNote> Notes) Prepare(List<Line> lines, SourceTraits traits)
    {
        var prepared = new (HarvestEntry? Entry, Refusal? Refusal)[lines.Count];
        Parallel.For(0, lines.Count, i =>
        {
            var (entry, refusal) = Prepare(lines[i], traits);
            prepared[i] = (entry, refusal is null ? null : refusal with { Line = lines[i].Number });
        });
        var batch = new HarvestBatch(
            [.. prepared.Select(p => p.Entry).OfType<HarvestEntry>()],
            [.. prepared.Select(p => p.Refusal).OfType<Refusal>()],
            null);
        return (batch,
        [
            .. prepared.SelectMany((p, i) => p.Entry is null ? [] : UnreadValues.Of(p.Entry.Raw, p.Entry.Course)
                .Select(sentence => new ListingNote(p.Entry.Raw.Id, sentence, lines[i].Number))),
        ]);
    }

    private (HarvestEntry? Entry, Refusal? Refusal) Prepare(Line line, SourceTraits traits)
    {
        if (line.Text is null)
        {
            return (null, new Refusal(null, $"Longer than {BoundedLines.LongestLine:N0} characters. One listing is one line."));
        }

        var (raw, problem) = ListingLine.Read(line.Text);
        return raw is null ? (null, new Refusal(null, problem!)) : preparation.Prepare(raw, traits);
    }
}
