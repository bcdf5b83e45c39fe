using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcCourseIndex.Host.Roles;

/// <summary>Looks every minute whether the files with synonyms or themes have been edited, and lets the search take the new ones; a broken file is said and the old ones go on.</summary>
public sealed partial class SynonymReloading(QueryWordWatch files, Synonyms synonyms, TimeProvider clock, ILogger<SynonymReloading> log) : BackgroundService
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Looks once.</summary>
    public void Look()
    {
        if (files.Look() is not { } read)
        {
            return;
        }

        if (read.Value is { } words)
        {
            synonyms.Replace(words);
            LogRead(words.Rings.Count, words.Themes.Count);
            return;
        }

        foreach (var problem in read.Problems)
        {
            LogBroken(problem);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, clock, stoppingToken);
                Look();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: the next start reads the files anyway.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The synonyms have been edited: {Rings} rings and {Themes} themes serve from now on.")]
    private partial void LogRead(int rings, int themes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The edited synonyms are not taken, the earlier ones go on: {Problem}")]
    private partial void LogBroken(string problem);
}
