using System.Text;
using System.Text.Json;
using DcCourseIndex.Crawler.Fetching;
using DcCourseIndex.Crawler.Fetching.Robots;

namespace DcCourseIndex.Crawler.Tests.Fetching.Robots;

/// <summary>The cases of the folder «cases»: what a robots.txt says, which paths it leaves open and which it closes, and the paragraph of RFC 9309 that decides.</summary>
public sealed class RobotsCasesTests
{
    private static readonly string Folder = Path.Combine(Workspace.Root, "tests", "Crawler.Tests", "Fetching", "Robots", "cases");

    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var file in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
            {
                for (var i = 0; i < Load(file).Count; i++)
                {
                    cases.Add(Path.GetFileName(file), i);
                }
            }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_standard_decides(string file, int number)
    {
        var one = Load(Path.Combine(Folder, file))[number];
        // U+E0FF stands for an octet that is no UTF-8.
        var text = string.Join(one.End, one.Robots).Replace("\uE0FF", "\u00FF", StringComparison.Ordinal);
        var body = text.Contains('\u00FF', StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);

        var rules = RobotsFile.Read(body, FetchSettings.ProductToken);

        Assert.NotEmpty(one.Open.Concat(one.Closed));
        Assert.Matches(@"^§2\.\d", one.Paragraph);
        var wrong = one.Open.Where(path => !Allows(rules, path)).Select(path => $"{path} is open")
            .Concat(one.Closed.Where(path => Allows(rules, path)).Select(path => $"{path} is closed"));
        Assert.True(!wrong.Any(), $"RFC 9309 {one.Paragraph}: {one.Says} {string.Join(", ", wrong)}");
    }

    [Fact]
    public void Every_paragraph_is_covered_by_many_cases() =>
        Assert.InRange(Directory.GetFiles(Folder, "*.json").SelectMany(Load).Sum(one => one.Open.Count + one.Closed.Count), 120, 10_000);

    private static bool Allows(RobotsRules rules, string path) => rules.Allows(new Uri("https://portal.example" + path));

    private static List<Case> Load(string file) => JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(file), JsonSerializerOptions.Web)!;

    private sealed record Case(string Paragraph, string Says, List<string> Robots, List<string> Open, List<string> Closed)
    {
        public string End { get; init; } = "\n";
    }
}
