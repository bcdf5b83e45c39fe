using System.Globalization;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Host.Terminal;

/// <summary>Alarms, and the silence of the harvest, as lines of data.</summary>
internal static class AlarmText
{
    public static void Print(IEnumerable<SourceAlarm> alarms)
    {
        foreach (var alarm in alarms)
        {
            Terminals.Say(string.Create(CultureInfo.InvariantCulture, $"Alarm: {alarm.Source}, {Wire.Name(alarm.Kind)} since {alarm.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC. {alarm.Sentence} {alarm.Remedy}"));
        }
    }

    public static void Print(HarvestPulse harvest)
    {
        if (harvest.IsMissing)
        {
            Terminals.Say(harvest.LastAlive is { } last
                ? string.Create(CultureInfo.InvariantCulture, $"The night harvest is not running since {last.UtcDateTime:yyyy-MM-dd HH:mm} UTC: no service with the role crawl is alive. Start it with «run».")
                : "The night harvest has never run: no service with the role crawl was started on this folder. Start it with «run».");
        }
    }
}
