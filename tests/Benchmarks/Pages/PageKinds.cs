using System.Text.Json;

namespace DcCourseIndex.Benchmarks.Pages;

/// <summary>The pages that people open, by kind, each kind many times over with other words, courses and answers where it has any.</summary>
internal sealed record PageKinds(int Courses, IReadOnlyList<(string Kind, IReadOnlyList<AskedPage> Asked)> Kinds)
{
    private static readonly string[] Filters = ["", "", "&level=foundation", "&price=free", "&area=2", "&competence=1.2", "&language=uk&price=free"];
    private static readonly string[] Standings = ["n", "f", "i", "a"];

    /// <summary>Words and courses are drawn from the catalogue itself, the same for the same catalogue.</summary>
    public static async Task<PageKinds> OfAsync(PageVisitor visitor, int times)
    {
        var random = new Random(1);
        var (total, known) = (0, new List<(string Id, string[] Title)>());
        for (string? cursor = ""; cursor is not null && known.Count < times;)
        {
            var page = await visitor.JsonAsync("/api/v1/courses?sort=title&limit=100&fields=title" + cursor);
            total = page.GetProperty("total").GetInt32();
            known.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("title").GetString()!.Split(' '))));
            cursor = page.GetProperty("next") is { ValueKind: JsonValueKind.String } next ? "&cursor=" + Uri.EscapeDataString(next.GetString()!) : null;
        }

        IReadOnlyList<AskedPage> Times(Func<int, AskedPage> page) => [.. Enumerable.Range(0, times).Select(page)];
        string Words(int round) => Uri.EscapeDataString(string.Join(' ', known[round % known.Count].Title.Take(1 + random.Next(3))));
        string Lang(int round) => round % 4 == 3 ? "?lang=en" : "";
        return new(total,
        [
            ("start", Times(round => new("/" + Lang(round)))),
            ("search", Times(round => new($"/?q={Words(round)}{Filters[round % Filters.Length]}"))),
            ("area", Times(round => new($"/?area={1 + (round % 5)}{Filters[round % Filters.Length].Replace("&area=2", "", StringComparison.Ordinal)}"))),
            ("course", Times(round => new($"/courses/{known[round % known.Count].Id}"))),
            ("competences", Times(round => new("/competences" + Lang(round)))),
            ("coverage", Times(round => new("/coverage" + Lang(round)))),
            ("path", Times(round => new("/path", Answers(random)))),
            ("sources", Times(round => new("/sources" + Lang(round)))),
        ]);
    }

    private static Dictionary<string, string> Answers(Random random) => new(
        new[] { "1.1", "1.2", "2.1", "2.3", "3.1", "4.1", "4.2", "4.3", "5.1", "5.2" }
            .Select(code => KeyValuePair.Create($"s{code}", Standings[random.Next(Standings.Length)]))) { ["kind"] = "check" };
}
