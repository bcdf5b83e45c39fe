using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.SearchApi.Health;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.Host.Composition;

/// <summary>The look at everything that <c>/health/deep</c> shows; the same as <c>status --deep</c>, and the disk.</summary>
internal static class DeepLook
{
    /// <summary>Below this the disk counts as full: a rebuilt index needs room beside the old one.</summary>
    private const long LeastFree = 1L << 30;

    public static async Task<Soundness> TakeAsync(IServiceProvider services, Installation installation, CancellationToken ct)
    {
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var disk = Disk(installation.DataFolder);
        try
        {
            var state = await ServiceState.ReadAsync(services, deep: true, ct);
            return new(
                at,
                state.Broken.Count == 0 ? new(true, $"revision {state.Catalog.Revision}, every row sound") : new(false, string.Join(' ', state.Broken)),
                state.BrokenIndex.Count > 0 ? new(false, string.Join(' ', state.BrokenIndex))
                    : state.Index is { Behind: { } behind } ? new(true, $"{behind} revisions behind") : new(false, "The index follows another catalogue or was not built yet; the index role rebuilds it."),
                disk,
                new(state.Alarms.Count == 0 && !state.Harvest.IsMissing, Told(state)));
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or IOException)
        {
            return new(at, new(false, $"The catalogue cannot be read: {failure.Message}"), new(false, "not looked at"), disk, new(false, "not looked at"));
        }
    }

    private static string Told(ServiceState state) =>
        state.Harvest.IsMissing ? "No process with the crawl role is alive."
        : state.Alarms.Count == 0 ? "no alarm stands"
        : string.Join(", ", state.Alarms.Select(alarm => $"{alarm.Source}: {Wire.Name(alarm.Kind)}"));

    private static ReadinessPart Disk(string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        return new(free >= LeastFree, string.Create(CultureInfo.InvariantCulture, $"{free / 1_000_000:N0} MB free{(free >= LeastFree ? "" : "; an index that is rebuilt may need more, so make room")}"));
    }
}
