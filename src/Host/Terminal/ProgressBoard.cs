using System.Collections.Concurrent;
using DcCourseIndex.Crawler.Harvesting;
using Spectre.Console;

namespace DcCourseIndex.Host.Terminal;

/// <summary>Shows how far the runs are: a bar for each source at a terminal, nothing where standard error goes into a file.</summary>
internal static class ProgressBoard
{
    /// <summary>Runs a piece of work with the board beside it.</summary>
    public static async Task<T> ShowAsync<T>(Func<IProgress<HarvestProgress>, Task<T>> work)
    {
        if (!Terminals.Notes.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
        {
            return await work(new Bars(null));
        }

        return await Terminals.Notes.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new SpinnerColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    private sealed class Bars(ProgressContext? context) : IProgress<HarvestProgress>
    {
        private readonly ConcurrentDictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);

        public void Report(HarvestProgress value)
        {
            if (context is null)
            {
                return;
            }

            var bar = bars.GetOrAdd(value.Source, source => context.AddTask(Markup.Escape(source)));
            bar.IsIndeterminate = value.Expected is null;
            bar.MaxValue = value.Expected ?? 100;
            bar.Value = value.Expected is null ? 0 : Math.Min(value.Found + value.Refused, bar.MaxValue);
            bar.Description = Markup.Escape($"{value.Source}: {value.Found} found, {value.Refused} refused, {value.Requests} requests");
        }
    }
}
