using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Platforms.Calendar;

/// <summary>A component of a calendar: its lines and the components inside it.</summary>
internal sealed class CalendarPart(string name)
{
    public string Name => name;
    public List<ContentLine> Lines { get; } = [];
    public List<CalendarPart> Parts { get; } = [];

    public ContentLine? First(string line) => Lines.Find(one => one.Name == line);

    public IEnumerable<ContentLine> All(string line) => Lines.Where(one => one.Name == line);
}

/// <summary>Reads a calendar (RFC 5545) into its components. Pure.</summary>
internal static class CalendarReader
{
    private const int Deepest = 8;
    private const int MostLines = 1_000_000;

    /// <summary>Every VCALENDAR of the document. Throws <see cref="ListingUnreliableException"/> for anything else, and for one that breaks off, because events behind the break would look taken down.</summary>
    public static IReadOnlyList<CalendarPart> Read(Page page)
    {
        var text = PageText.Decode(page).Text;
        var calendars = new List<CalendarPart>();
        var open = new Stack<CalendarPart>();
        var lines = 0;
        foreach (var line in ContentLines.Read(text))
        {
            if (++lines > MostLines) throw new ListingUnreliableException($"{page.Address}: the calendar has more than {MostLines} lines; write the address of one with trainings only.");
            if (line.Name == "BEGIN") Begin(line.Value.Trim().ToUpperInvariant(), open, page.Address);
            else if (line.Name == "END") End(line.Value.Trim().ToUpperInvariant(), open, calendars, page.Address);
            else if (open.TryPeek(out var part)) part.Lines.Add(line);
        }

        if (open.Count > 0) throw Broken(page.Address);
        return calendars.Count > 0 ? calendars : throw new ListingUnreliableException($"{page.Address}: this is no iCalendar; `address:` must be that of the .ics file itself, which calendars offer under «subscribe» or «export».");
    }

    private static void Begin(string name, Stack<CalendarPart> open, Uri address)
    {
        if (open.Count >= Deepest) throw Broken(address);
        // Outside a calendar nothing begins but a calendar.
        if (open.Count == 0 && name != "VCALENDAR") return;
        open.Push(new CalendarPart(name));
    }

    private static void End(string name, Stack<CalendarPart> open, List<CalendarPart> calendars, Uri address)
    {
        if (!open.TryPop(out var part)) return;
        if (part.Name != name) throw Broken(address);
        if (open.TryPeek(out var around)) around.Parts.Add(part);
        else calendars.Add(part);
    }

    private static ListingUnreliableException Broken(Uri address) =>
        new($"{address}: the calendar breaks off or its parts do not close; open the address in a browser, harvest again, and if it stays so, tell the calendar's owner.");
}
