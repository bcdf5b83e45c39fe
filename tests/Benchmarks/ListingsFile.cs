using System.Globalization;
using System.Text;
using System.Text.Json;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Benchmarks;

/// <summary>Writes invented listings, one JSON object a line, for timing an import.</summary>
internal static class ListingsFile
{
    public static int Write(string count, string file)
    {
        var random = new Random(1);
        var words = new InventedWords(1);
        using var lines = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var number = int.Parse(count, CultureInfo.InvariantCulture);
        for (var i = 1; i <= number; i++)
        {
            lines.WriteLine(JsonSerializer.Serialize(
                new RawListing
                {
                    Id = i.ToString(CultureInfo.InvariantCulture),
                    Title = words.Text(random, random.Next(3, 9)),
                    Url = $"https://invented.example/course/{i}",
                    Summary = words.Text(random, random.Next(15, 35)),
                    Description = $"<p>{words.Text(random, random.Next(30, 80))}</p>",
                    Language = "uk",
                    Provider = $"Портал {random.Next(1, 30)}",
                    Keywords = [words.Draw(random), words.Draw(random)],
                    Price = Wire.Name(random.Next(2) == 0 ? Price.Free : Price.Unknown),
                    Mode = Wire.Name(CourseMode.SelfPaced),
                    Workload = $"PT{random.Next(1, 60)}H",
                },
                Wire.Json));
        }

        return 0;
    }
}
