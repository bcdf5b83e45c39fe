using System.Text;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Tests.Sources;

public sealed class SourceFilesTests : IDisposable
{
    private const string Good = "name: Портал\nplatform: moodle\naddress: https://dl.example.edu.ua\n";
    private readonly SourceFolder folder = new();

    [Fact]
    public void Every_shipped_file_loads_without_a_problem()
    {
        var shipped = Path.Combine(Workspace.Root, "config", "sources");
        var set = SourceFiles.Load(shipped, AllPlatforms.Create(_ => null).Select(platform => platform.Name).ToHashSet());
        Assert.Empty(set.Problems);
        Assert.Equal(Directory.GetFiles(shipped).Length, set.Sources.Count);
    }

    [Fact]
    public void A_full_file_is_read_to_the_last_key()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "answers"));
        folder.With("answers/index.ndjson", "").With("dl-khpi.yml", """
            name: Дистанційне навчання НТУ «ХПІ»
            platform: moodle
            address: https://dl.example.edu.ua/moodle/
            language: en
            schedule: "20 2 * * MON-FRI"
            token: $MOODLE_KHPI
            categories: [Цифрові компетентності, 12]
            politeness: { delay: 1.5s, window: "22:30-05:00", atOnce: 4 }
            permission: { state: asked, date: 2026-11-20, link: https://library.example.edu.ua/letter }
            enabled: true
            authors: keep
            trusted: true
            allowPrivateAddress: true
            export: { description: none, image: none }
            recorded: answers
            """);
        var set = folder.Load();
        Assert.Empty(set.Problems);
        var source = Assert.Single(set.Sources);
        Assert.Equal("dl-khpi", source.Name);
        Assert.Equal("Дистанційне навчання НТУ «ХПІ»", source.Title);
        Assert.Equal("https://dl.example.edu.ua/moodle", source.Address!.ToString());
        Assert.Equal(("en", "20 2 * * MON-FRI", "MOODLE_KHPI"), (source.Language, source.Schedule, source.TokenVariable));
        Assert.Equal(["Цифрові компетентності", "12"], source.Categories);
        Assert.Equal(TimeSpan.FromSeconds(1.5), source.Politeness.Delay);
        Assert.Equal(4, source.Politeness.AtOnce);
        Assert.Equal((new TimeOnly(22, 30), new TimeOnly(5, 0)), source.Politeness.Window);
        Assert.Equal(new Permission("asked", new DateOnly(2026, 11, 20), "https://library.example.edu.ua/letter"), source.Permission);
        Assert.True(source is { Enabled: true, KeepAuthors: true, Trusted: true, AllowPrivateAddress: true });
        Assert.Equal(new ExportRights { Description = "none", Image = "none" }, source.Export);
        Assert.Equal(Path.Combine(folder.Path, "answers"), source.Recorded);
    }

    [Fact]
    public void The_address_of_an_lms_is_known_to_sites_that_have_one()
    {
        folder.With("site.yml", Good.Replace("moodle", "prometheus", StringComparison.Ordinal) + "lms: https://lms.example.edu.ua/\n").With("other.yml", Good + "lms: https://lms.example.edu.ua\n").With("wrong.yml", Good.Replace("moodle", "prometheus", StringComparison.Ordinal) + "lms: lms.example\n");
        var set = folder.Load();
        Assert.Equal("https://lms.example.edu.ua/", Assert.Single(set.Sources).Lms!.ToString());
        Assert.Equal([4, 4], set.Problems.Select(problem => problem.Line));
        Assert.Contains("«lms» is read by platform prometheus only", set.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var set = folder.With("aa.yml", Good).With("bb.yml", Good.Replace("moodle", "openedx", StringComparison.Ordinal)).Load();
        Assert.Empty(set.Problems);
        Assert.Equal([false, true], set.Sources.Select(source => source.KeepAuthors));
        Assert.Equal(("uk", TimeSpan.FromSeconds(3), "unknown"), (set.Sources[0].Language, set.Sources[0].Politeness.Delay, set.Sources[0].Permission.State));
        Assert.True(set.Sources[0].Enabled);
    }

    [Theory]
    [InlineData("shedule: \"0 2 * * *\"", 4, "«schedule»")]
    [InlineData("qqqqqqqqqqq: 1", 4, "known are name")]
    [InlineData("name: Ще раз", 4, "stands already on line 1")]
    [InlineData("enabled: yes", 4, "true or false")]
    [InlineData("enabled: \"true\"", 4, "without quotes")]
    [InlineData("schedule: \"0 2 * *\"", 4, "4 fields")]
    [InlineData("schedule: \"0 2 * * 1-5\"", 4, "by name")]
    [InlineData("schedule: \"99 2 * * *\"", 4, "schedule")]
    [InlineData("schedule: [1, 2]", 4, "one text")]
    [InlineData("schedule:", 4, "is empty")]
    [InlineData("language: українська", 4, "language code")]
    [InlineData("language: ukr", 4, "write language: uk.")]
    [InlineData("language: ger-AT", 4, "write language: de-AT.")]
    [InlineData("language: ua", 4, "code of the country")]
    [InlineData("language: qq", 4, "language code")]
    [InlineData("token: abcdef123", 4, "environment variable")]
    [InlineData("politeness: { atOnce: 0 }", 4, "from 1 to 16")]
    [InlineData("politeness: { atOnce: 17 }", 4, "from 1 to 16")]
    [InlineData("politeness: { delay: 3 }", 4, "500ms, 3s or 2m")]
    [InlineData("politeness: { delay: 11m }", 4, "at most 10m")]
    [InlineData("politeness: { window: 25:00-06:00 }", 4, "two times of day")]
    [InlineData("politeness: 3s", 4, "is a mapping")]
    [InlineData("politeness:\n  delay: 3s\n  windows: \"01:00-02:00\"", 6, "«window»")]
    [InlineData("permission: { state: grated }", 4, "«granted»")]
    [InlineData("permission: { date: 2026-11-20 }", 4, "lacks its state")]
    [InlineData("permission: { state: asked, date: 20.11.2026 }", 4, "2026-11-20")]
    [InlineData("permission: { state: asked, link: letter }", 4, "full http")]
    [InlineData("permission: { state: refused }", 4, "enabled: false")]
    [InlineData("authors: yes", 4, "keep, drop")]
    [InlineData("export: { description: ful }", 4, "«full»")]
    [InlineData("recorded: nowhere", 4, "index.ndjson")]
    [InlineData("categories: { a: b }", 4, "list of texts")]
    [InlineData("categories: [a, ]\nname: x", 5, "stands already")]
    [InlineData("\tlanguage: uk", 4, "tab")]
    [InlineData("language: \"uk", null, "cannot be read")]
    [InlineData("language: &a uk", 4, "Anchors")]
    [InlineData("language: *a", 4, "aliases")]
    [InlineData("? [a]\n: b", 4, "where a key must be")]
    [InlineData("---\nname: x", 4, "second document")]
    public void A_bad_line_is_named_with_its_remedy(string line, int? number, string remedy)
    {
        var set = folder.With("portal.yml", Good + line + "\n").Load();
        Assert.Empty(set.Sources);
        var problem = Assert.Single(set.Problems);
        Assert.Equal(Path.Combine(folder.Path, "portal.yml"), problem.File);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
        Assert.Equal(number ?? problem.Line, problem.Line);
    }

    [Theory]
    [InlineData("dl.example.edu.ua", "full http or https")]
    [InlineData("ftp://dl.example.edu.ua", "full http or https")]
    [InlineData("/course", "full http or https")]
    [InlineData("https://dl.example.edu.ua/?lang=en", "without a query")]
    [InlineData("https://dl.example.edu.ua/#top", "without a query")]
    [InlineData("https://me:pass@dl.example.edu.ua", "name or password")]
    public void An_address_that_is_no_root_is_refused(string address, string remedy)
    {
        var problem = Assert.Single(folder.With("portal.yml", $"name: П\nplatform: moodle\naddress: {address}\n").Load().Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crh")]
    [InlineData("mul")]
    [InlineData("en")]
    [InlineData("zh-Hant-TW")]
    public void A_language_by_its_shortest_code_is_taken(string language) =>
        Assert.Equal(language, Assert.Single(folder.With("portal.yml", $"{Good}language: {language}\n").Load().Sources).Language);

    [Fact]
    public void Only_a_source_that_is_not_enabled_may_lack_its_address()
    {
        var set = folder.With("off.yml", "name: П\nplatform: moodle\nenabled: false\n").With("on.yml", "name: П\nplatform: moodle\n").Load();
        Assert.Equal("off", Assert.Single(set.Sources).Name);
        Assert.Contains("enabled: false", Assert.Single(set.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_all_files_come_at_once()
    {
        var set = folder
            .With("one.yml", "platform: modle\nenabled: maybe\ntrusted: perhaps\n")
            .With("two.yml", "name: П\nplatfrom: moodle\naddress: x\n")
            .With("good.yml", Good)
            .Load();
        Assert.Equal("good", Assert.Single(set.Sources).Name);
        Assert.Equal(5, set.Problems.Count(problem => problem.File.EndsWith("one.yml", StringComparison.Ordinal)));
        Assert.Equal(3, set.Problems.Count(problem => problem.File.EndsWith("two.yml", StringComparison.Ordinal)));
        Assert.Contains(set.Problems, problem => problem.Message.Contains("(perhaps «moodle»)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Portal.yml")]
    [InlineData("p.yml")]
    [InlineData("my portal.yml")]
    [InlineData("портал.yml")]
    [InlineData("portal.yaml")]
    public void A_file_name_that_cannot_begin_a_course_id_is_refused(string name) =>
        Assert.Contains("rename", Assert.Single(folder.With(name, Good).Load().Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Portal.yml")]
    [InlineData("portal.yaml")]
    public void Two_files_of_one_source_are_refused_both(string second)
    {
        var set = folder.With("portal.yml", Good).With(second, Good).Load();
        Assert.Empty(set.Sources);
        Assert.Contains(set.Problems, problem => problem.Message.Contains("two files for one source", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("- name\n")]
    [InlineData("just words\n")]
    public void A_file_without_entries_is_refused(string text) =>
        Assert.Contains("name:", Assert.Single(folder.With("portal.yml", text).Load().Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_text_is_refused_with_what_it_is()
    {
        var set = folder
            .With("big.yml", new byte[10 * 1024 * 1024])
            .With("cyrillic.yml", [.. Encoding.UTF8.GetBytes("name: x\n"), 0xCF, 0xEE, 0xF0])
            .With("nul.yml", "name: a\0b\n")
            .With("wide.yml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good)).ToArray())
            .With("deep.yml", "name: " + new string('[', 60_000))
            .Load();
        Assert.Empty(set.Sources);
        Assert.Equal(5, set.Problems.Count);
        Assert.Contains(set.Problems, problem => problem.Line == 2 && problem.Message.Contains("windows-1251", StringComparison.Ordinal));
        Assert.Contains(set.Problems, problem => problem.Message.Contains("10485760", StringComparison.Ordinal));
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_no_harm() =>
        Assert.Empty(folder.With("portal.yml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good.Replace("\n", "\r\n", StringComparison.Ordinal))]).Load().Problems);

    [Fact]
    public void A_missing_folder_is_a_problem_and_no_crash() =>
        Assert.Single(SourceFiles.Load(Path.Combine(folder.Path, "none"), SourceFolder.Platforms).Problems);

    [Fact]
    public void A_token_is_looked_up_only_when_it_is_needed()
    {
        var source = Assert.Single(folder.With("portal.yml", Good + "token: $DCC_TOKEN\n").Load().Sources);
        Assert.Equal(("secret", null), SourceToken.Read(source, name => name == "DCC_TOKEN" ? "secret" : null));
        var (token, problem) = SourceToken.Read(source, _ => null);
        Assert.Null(token);
        Assert.Contains("DCC_TOKEN is not set", problem, StringComparison.Ordinal);
        Assert.Equal((null, null), SourceToken.Read(source with { TokenVariable = null }, _ => "x"));
    }

    public void Dispose() => folder.Dispose();
}
