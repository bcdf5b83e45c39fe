namespace DcCourseIndex.Portals.Hostile;

/// <summary>Portals that do not serve now and say so.</summary>
public static class Busy
{
    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        With("429 for an hour", 429, "Retry-After: 3600|"),
        With("429 until a date", 429, "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT|"),
        With("503 for a day", 503, "Retry-After: 86400|"),
        With("a storm of 503", 503, ""),
        With("500 for robots.txt", 500, "") with { AlsoRobots = true },
    ];

    private static Misbehaviour With(string name, int status, string headers) =>
        new(name, exchange => exchange.AnswerAsync(status, "text/html", "<h1>Not now</h1>", headers));
}
