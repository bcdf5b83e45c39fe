using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.Catalog.Tests.Ledger;

public abstract partial class CatalogContract
{
    private static readonly HelpPlace Hub = new("Хаб «Вигаданий»", PlaceKind.Hub)
    {
        Address = "вул. Вигадана, 1",
        Town = "Полтава",
        Region = "Полтавська область",
        Lat = 49.5883,
        Lon = 34.5514,
        Hours = "пн–пт 10–18",
        Mentor = Tutor.Yes,
        Contact = "hub@library.example",
        Website = new Uri("https://library.example/"),
    };

    [Fact]
    public async Task A_second_list_of_places_stands_in_place_of_the_first()
    {
        var places = new HelpPlaceLedger(Store, Clock);
        Assert.Null((await places.ReadAsync(HelpPlaceList.None, default)).Digest);

        await places.ReplaceAsync([Hub, new("Бібліотека", PlaceKind.Library) { Town = "Суми", Languages = ["uk", "en"] }], default);
        Restart();
        var first = await new HelpPlaceLedger(Store, Clock).ReadAsync(HelpPlaceList.None, default);
        await new HelpPlaceLedger(Store, Clock).ReplaceAsync([Hub], default);
        var second = await new HelpPlaceLedger(Store, Clock).ReadAsync(first, default);

        Assert.Equal(2, first.Places.Count);
        Assert.Equal(Hub with { Languages = first.Places[0].Languages }, first.Places[0]);
        Assert.Equal(["uk", "en"], first.Places[1].Languages);
        Assert.Equal([Hub.Name], second.Places.Select(place => place.Name));
        Assert.NotEqual(first.Digest, second.Digest);
    }

    [Fact]
    public async Task A_list_of_places_that_cannot_be_written_leaves_the_earlier_one()
    {
        var places = new HelpPlaceLedger(Store, Clock);
        await places.ReplaceAsync([Hub], default);
        var before = await places.ReadAsync(HelpPlaceList.None, default);

        await Assert.ThrowsAnyAsync<Exception>(() => places.ReplaceAsync([Hub with { Name = "Інший" }, Hub with { Name = null! }], default));

        Assert.Same(before, await places.ReadAsync(before, default));
    }
}
