using System.Text.Json;
using DcCourseIndex.Host.Tests.Processes;

namespace DcCourseIndex.Host.Tests.Verbs;

public sealed class PlacesTests
{
    [Fact]
    public async Task A_list_of_places_is_imported_and_served()
    {
        using var folder = new TempFolder();
        var port = ServiceProcess.FreePort();
        using var client = new HttpClient();

        using var first = await ServiceProcess.RunAsync("places", folder.Write("1.csv", "назва;місто\nХаб;Полтава\nБібліотека;\n"), "--data", folder.File("data"));
        using var nothing = await ServiceProcess.RunAsync("places", folder.Write("2.csv", "назва;місто\n;\n"), "--data", folder.File("data"));
        using var absent = await ServiceProcess.RunAsync("places", folder.File("3.csv"), "--data", folder.File("data"));
        using var service = ServiceProcess.Start("run", "--roles", "index,search", "--data", folder.File("data"), "--urls", $"http://127.0.0.1:{port}");
        var body = await service.AnswerAsync(client, $"http://127.0.0.1:{port}/api/v1/places?near={Uri.EscapeDataString("Полтава")}");

        Assert.Equal((1, 2, 2), (first.ExitCode, nothing.ExitCode, absent.ExitCode));
        Assert.Contains("1 place kept, 1 row refused", first.Output, StringComparison.Ordinal);
        Assert.Contains("1.csv:3: ", first.Errors, StringComparison.Ordinal);
        Assert.Contains("earlier places stay", nothing.Errors, StringComparison.Ordinal);
        Assert.Equal("Хаб", JsonDocument.Parse(body).RootElement.GetProperty("items")[0].GetProperty("name").GetString());
    }
}
