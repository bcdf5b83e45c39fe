using System.Security.Cryptography;
using System.Text;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>The places to get help, as the last imported file lists them. Doing a thing twice is doing it once.</summary>
public sealed class HelpPlaceLedger(LedgerStore store, TimeProvider clock)
{
    private const string Columns =
        "name as Name, kind as Kind, address as Address, town as Town, region as Region, lat as Lat, lon as Lon, hours as Hours, mentor as Mentor, contact as Contact, website as Website, languages as Languages";

    /// <summary>Puts these places where the earlier ones were, all together; readers see the one list or the other.</summary>
    public Task ReplaceAsync(IReadOnlyList<HelpPlace> places, CancellationToken ct)
    {
        var digest = DigestOf(places);
        return store.WriteAsync(
            async tx =>
            {
                if (await DigestAsync(tx) == digest)
                {
                    return false;
                }

                await tx.ExecuteAsync("delete from places");
                await tx.ExecuteAsync(
                    """
                    insert into places (number, name, kind, address, town, region, lat, lon, hours, mentor, contact, website, languages)
                    values (@Number, @Name, @Kind, @Address, @Town, @Region, @Lat, @Lon, @Hours, @Mentor, @Contact, @Website, @Languages)
                    """,
                    places.Select(Row.Of).ToList());
                await tx.ExecuteAsync(
                    """
                    insert into places_list (one, digest, imported_at) values (1, @digest, @at)
                    on conflict (one) do update set digest = excluded.digest, imported_at = excluded.imported_at
                    """,
                    new { digest, at = Instant.Text(clock.GetUtcNow()) });
                return true;
            },
            ct);
    }

    /// <summary>The list as it stands; <paramref name="known"/> itself where nothing is another, so that asking often costs little.</summary>
    public Task<HelpPlaceList> ReadAsync(HelpPlaceList known, CancellationToken ct) => store.ReadAsync(
        async tx => await DigestAsync(tx) is var digest && digest == known.Digest
            ? known
            : new HelpPlaceList(digest, [.. (await tx.QueryAsync<Row>($"select {Columns} from places order by number")).Select(row => row.ToPlace())]),
        ct);

    private static Task<string?> DigestAsync(LedgerTransaction tx) => tx.FirstAsync<string>("select digest from places_list");

    private static string DigestOf(IReadOnlyList<HelpPlace> places) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Of(places))))[..32];

    private sealed class Row
    {
        public long Number { get; init; }
        public string Name { get; init; } = "";
        public string Kind { get; init; } = "";
        public string? Address { get; init; }
        public string? Town { get; init; }
        public string? Region { get; init; }
        public double? Lat { get; init; }
        public double? Lon { get; init; }
        public string? Hours { get; init; }
        public string Mentor { get; init; } = "";
        public string? Contact { get; init; }
        public string? Website { get; init; }
        public string Languages { get; init; } = "";

        public static Row Of(HelpPlace place, int number) => new()
        {
            Number = number,
            Name = place.Name,
            Kind = Wire.Name(place.Kind),
            Address = place.Address,
            Town = place.Town,
            Region = place.Region,
            Lat = place.Lat,
            Lon = place.Lon,
            Hours = place.Hours,
            Mentor = Wire.Name(place.Mentor),
            Contact = place.Contact,
            Website = place.Website?.AbsoluteUri,
            Languages = Json.Of(place.Languages),
        };

        public HelpPlace ToPlace() => new(Name, StoredName.Of<PlaceKind>(Kind))
        {
            Address = Address,
            Town = Town,
            Region = Region,
            Lat = Lat,
            Lon = Lon,
            Hours = Hours,
            Mentor = StoredName.Of<Tutor>(Mentor),
            Contact = Contact,
            Website = Website is null ? null : new Uri(Website),
            Languages = Json.Read<List<string>>(Languages),
        };
    }
}
