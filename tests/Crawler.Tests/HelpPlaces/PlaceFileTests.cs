using System.Text;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.HelpPlaces;

namespace DcCourseIndex.Crawler.Tests.HelpPlaces;

public sealed class PlaceFileTests
{
    private const string Table = "Назва;Тип закладу;Адреса;Місто;Область;Широта;Довгота;Графік роботи;Ментор;Контакт;Сайт;Мови\nХаб «Вигаданий»;Хаб у бібліотеці;вул. Вигадана, 1;Полтава;Полтавська область;49,60;34.50;пн–пт 10–18;так;hub@library.example;www.library.example;українська, en\n";

    [Fact]
    public async Task A_row_becomes_a_place_with_every_field()
    {
        var place = Assert.Single((await ReadAsync(Table)).Places);

        Assert.Equal(
            new HelpPlace("Хаб «Вигаданий»", PlaceKind.Hub)
            {
                Address = "вул. Вигадана, 1",
                Town = "Полтава",
                Region = "Полтавська область",
                Lat = 49.6,
                Lon = 34.5,
                Hours = "пн–пт 10–18",
                Mentor = Tutor.Yes,
                Contact = "hub@library.example",
                Website = new Uri("https://www.library.example"),
                Languages = place.Languages,
            },
            place);
        Assert.Equal(["uk", "en"], place.Languages);
    }

    [Fact]
    public async Task Marks_signs_charsets_and_languages_of_the_header_do_not_matter()
    {
        var english = "\uFEFFsep=,\nName,Town,Coordinates,Mentor\n\"Hub, invented\",Poltava,\"49.6, 34.5\",yes\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Table);

        var place = Assert.Single((await ReadAsync(english)).Places);
        var old = Assert.Single((await ReadAsync(windows)).Places);

        Assert.Equal(("Hub, invented", 49.6, Tutor.Yes), (place.Name, place.Lat, place.Mentor));
        Assert.Equal("Хаб «Вигаданий»", old.Name);
    }

    [Theory]
    [InlineData(";;;Полтава;;;;;;;;", "has no name")]
    [InlineData("Хаб;;;;;;;;;;;", "neither a town nor an address")]
    [InlineData("Хаб;;;Полтава;;49.6;;;;;;", "two numbers")]
    [InlineData("Хаб;;;Полтава;;34.5;49.6;;;;;", "changed their places")]
    [InlineData("Хаб;;;Полтава;;149.6;34.5;;;;;", "no latitude 149.6")]
    [InlineData("Хаб;;;Полтава;;;;;може;;;", "of a mentor")]
    [InlineData("Хаб;;;Полтава;;;;;;;javascript:alert(1);", "cannot be followed")]
    [InlineData("Хаб;;;Полтава;;;;;;;;ельфійська", "language «ельфійська»")]
    [InlineData("Хаб;Полтава", "has 2 fields")]
    [InlineData("Хаб «Вигаданий»;;вул. Вигадана, 1;Полтава;;;;;;;;", "what line 2 says")]
    public async Task A_bad_row_is_refused_with_its_line_and_the_rest_is_taken(string row, string reason)
    {
        var reading = await ReadAsync(Table + row + "\nБібліотека;;;Суми;;;;;;;;\n");

        var refusal = Assert.Single(reading.Refused);
        Assert.Equal((3, 2), (refusal.Line, reading.Places.Count));
        Assert.Contains("places.csv:3: ", refusal.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a;b;c\n1;2;3\n", "«назва»")]
    [InlineData("Назва;Місто\n;\n", "earlier places stay")]
    public async Task A_file_without_places_is_a_problem_and_replaces_nothing(string text, string problem) =>
        Assert.Contains(problem, (await ReadAsync(text)).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task The_places_of_the_demo_are_twenty_and_say_that_they_are_invented()
    {
        var reading = await PlaceFile.ReadAsync(Path.Combine(Workspace.Root, "config", "demo", "places.csv"), default);

        Assert.Empty(reading.Refused);
        Assert.Equal(20, reading.Places.Count);
        Assert.All(reading.Places, place => Assert.Contains("(вигадан", place.Name, StringComparison.Ordinal));
        Assert.All(reading.Places, place => Assert.EndsWith(".example", place.Website?.Host ?? ".example", StringComparison.Ordinal));
    }

    private static Task<PlaceFileReading> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static async Task<PlaceFileReading> ReadAsync(byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("dccourseindex-").FullName;
        try
        {
            var file = Path.Combine(folder, "places.csv");
            await File.WriteAllBytesAsync(file, bytes);
            return await PlaceFile.ReadAsync(file, default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
