using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Problems;

namespace DcCourseIndex.SearchApi.HelpPlaces;

/// <summary>What somebody asks of the list of places; an empty set of mentors asks for all.</summary>
internal sealed record PlaceQuestion(string? Near, IReadOnlySet<Tutor> Mentor, string? Cursor, int Limit);

/// <summary>Answers questions about places from the list that the catalogue holds; an import is seen by the next question.</summary>
internal sealed class PlaceBook(HelpPlaceLedger ledger)
{
    private static readonly StringComparer Alphabet = StringComparer.Create(CultureInfo.GetCultureInfo("uk-UA"), ignoreCase: true);
    private volatile HelpPlaceList known = HelpPlaceList.None;

    /// <summary>The list as it stands.</summary>
    public async Task<HelpPlaceList> ListAsync(CancellationToken ct) => known = await ledger.ReadAsync(known, ct);

    /// <summary>The answer, or the refusal; exactly one of the two.</summary>
    public static (PlaceList? Answer, ApiProblem? Problem) Answer(HelpPlaceList list, PlaceQuestion question)
    {
        Town? start = null;
        if (question.Near is { } near)
        {
            var towns = new Towns(list.Places);
            start = PlaceParameters.Point(near) is { } point ? new(null, point.Lat, point.Lon) : towns.Find(near);
            if (start is null)
                return (null, UnknownTown(near, towns.Nearest(near)));
        }

        var print = Print(list, question);
        var skip = 0;
        if (question.Cursor is { } cursor)
        {
            if (cursor[..16] != print)
                return (null, Outdated);
            skip = int.Parse(cursor.AsSpan(17), CultureInfo.InvariantCulture);
        }

        var found = list.Places
            .Where(place => question.Mentor.Count == 0 || question.Mentor.Contains(place.Mentor))
            .Select(place => PlaceItem.Of(place, start?.DistanceTo(place.Lat, place.Lon)))
            .OrderBy(item => start is null ? 0 : item.Distance ?? (InTown(item, start) ? 0 : double.MaxValue))
            .ThenBy(item => item.Region ?? "", Alphabet).ThenBy(item => item.Town ?? "", Alphabet).ThenBy(item => item.Name, Alphabet).ThenBy(item => item.Address ?? "", Alphabet)
            .ToList();
        var end = skip + question.Limit;
        return (new(
            found.Count,
            start is null ? null : new(start.Name, start.Lat, start.Lon),
            [.. found.Skip(skip).Take(question.Limit)],
            end < found.Count ? string.Create(CultureInfo.InvariantCulture, $"{print}-{end}") : null), null);
    }

    // Where nobody wrote down where the place lies, its town still says that it is near.
    private static bool InTown(PlaceItem item, Town start) => item.Town is { } town && start.Name is { } name && Towns.Key(town) == Towns.Key(name);

    private static string Print(HelpPlaceList list, PlaceQuestion question) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{list.Digest}\n{question.Near}\n{string.Join(',', question.Mentor.Order())}")))[..16];

    private static ApiProblem Outdated => ApiProblem.ExpiredCursor() with
    {
        Detail = "The list of places is another now, or this cursor was made for another query. Leave «cursor» out to begin anew.",
    };

    private static ApiProblem UnknownTown(string name, string? nearest) => ApiProblem.WrongValue(
        "near", name, nearest is null
            ? "it is neither «lat,lon» nor a town of the list nor a centre of a region; send «lat,lon», as in 50.45,30.52."
            : $"the nearest name is «{nearest}»; «lat,lon» does too.");
}
