using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting.Judging;

namespace DcCourseIndex.Crawler.Tests.Harvesting.Judging;

public sealed class RunGuardTests
{
    /// <summary>Each: what the run is like, and a word of the sentence that holds it; null where it is plausible. A hundred courses of good quality are usual.</summary>
    private static readonly Dictionary<string, (Func<RunOutcome, RunOutcome> Run, string? Held)> Table = new()
    {
        ["a usual run"] = (run => run, null),
        ["an empty run"] = (run => run with { Found = 0 }, "no course at all"),
        ["an empty first run"] = (run => First(run) with { Found = 0 }, "no course at all"),
        ["an empty list of changes"] = (run => Partial(run) with { Found = 0 }, null),
        ["69 where 100 are usual"] = (run => run with { Found = 69 }, "69 courses, where 100 are usual"),
        ["70 where 100 are usual"] = (run => run with { Found = 70 }, null),
        ["ten times as many"] = (run => run with { Found = 1000 }, null),
        ["a list of three changes"] = (run => Partial(run) with { Found = 3 }, null),
        ["one odd run before"] = (run => run with { Found = 90, Usual = Yields(100, 1000, 100, 100, 20) }, null),
        ["the accepted half"] = (run => run with { Found = 50, Usual = Yields(50) }, null),
        ["reading that ended early"] = (run => run with { Found = 40, End = HarvestEnd.Failed, Failure = "Page 2 answered 500." }, "ended early, after 40 courses where 100 are usual: Page 2 answered 500."),
        ["reading that ended early the first time"] = (run => First(run) with { End = HarvestEnd.Failed, Failure = "Page 2 answered 500." }, "ended early, after 100 courses:"),
        ["every third listing refused"] = (run => run with { Refused = 50 }, "50 of 150 listings were refused"),
        ["a quarter refused"] = (run => run with { Refused = 33 }, null),
        ["one of two changes refused"] = (run => Partial(run) with { Found = 1, Refused = 1 }, null),
        ["half of many changes refused"] = (run => Partial(run) with { Found = 6, Refused = 6 }, "6 of 12"),
        ["far below what the portal says"] = (run => run with { Expected = 200 }, "itself says 200"),
        ["far below what the portal says of its changes"] = (run => Partial(run) with { Found = 3, Expected = 100 }, "itself says 100"),
        ["refused ones are there all the same"] = (run => run with { Found = 72, Refused = 28, Expected = 100 }, null),
        ["no summaries"] = (run => run with { Filled = Filled(0, 0.9, 0.9) }, "summary 0 (usual: 90)"),
        ["descriptions of a few"] = (run => run with { Filled = Filled(0.9, 0.4, 0.9) }, "description 40 (usual: 90)"),
        ["descriptions of somewhat fewer"] = (run => run with { Filled = Filled(0.9, 0.5, 0.9) }, null),
        ["levels gone"] = (run => run with { Filled = Filled(0.9, 0.9, 0.1) }, "level 10 (usual: 90)"),
        ["everything gone at once"] = (run => run with { Filled = Filled(0, 0, 0) }, "summary 0 (usual: 90), description 0 (usual: 90), level 0 (usual: 90)"),
        ["levels gone where few had them"] = (run => run with { Filled = Filled(0.9, 0.9, 0), Usual = Yields(100, filled: Filled(0.9, 0.9, 0.2)) }, null),
        ["fields of runs that counted none"] = (run => run with { Filled = Filled(0, 0, 0), Usual = Yields(100, filled: []) }, null),
        ["fields of a handful"] = (run => run with { Found = 9, Usual = Yields(9), Filled = Filled(0, 0, 0) }, null),
        ["fields of changes"] = (run => Partial(run) with { Filled = Filled(0, 0, 0) }, null),
        ["fields where reading ended early"] = (run => run with { End = HarvestEnd.Failed, Filled = Filled(0, 0.9, 0.9) }, "summary 0"),
        ["mostly one title"] = (run => run with { Titles = new(20, "Увійти", 11) }, "11 of 20 new or changed titles are the same («Увійти»)"),
        ["mostly the portal's name"] = (run => run with { Titles = new(20, "портал УТУ", 20), SiteNames = ["Портал УТУ"] }, "the portal's own name"),
        ["half of the titles equal"] = (run => run with { Titles = new(20, "Вебінар", 10) }, null),
        ["a few equal titles"] = (run => run with { Titles = new(4, "Вебінар", 4) }, null),
        ["equal titles that are a small part"] = (run => run with { Titles = new(9, "Вебінар", 9) }, null),
        ["equal titles among changes"] = (run => Partial(run) with { Found = 6, Titles = new(6, "Увійти", 6) }, "6 of 6 new or changed titles"),
        ["mostly one address"] = (run => run with { Links = new(20, "https://utu.example/login", 20) }, "https://utu.example/login"),
        ["a first run of login pages"] = (run => First(run) with { Titles = new(100, "Увійти", 100) }, "Увійти"),
        ["most titles changed"] = (run => run with { Known = 100, Retitled = 51 }, "51 of 100 known courses have another title"),
        ["half of the titles changed"] = (run => run with { Known = 100, Retitled = 50 }, null),
        ["all titles of a small portal changed"] = (run => run with { Found = 19, Known = 19, Retitled = 19, Usual = Yields(19) }, null),
        ["changes with other titles"] = (run => Partial(run) with { Known = 60, Retitled = 60 }, null),
        ["every third course deleted"] = (run => Partial(run) with { Deleted = 31, Active = 100 }, "31 of 100 courses are gone"),
        ["thirty of a hundred deleted"] = (run => Partial(run) with { Deleted = 30, Active = 100 }, null),
        ["as many courses, but others"] = (run => run with { Unlisted = 31 }, "31 of 100 active courses are not listed"),
        ["thirty of a hundred not listed"] = (run => run with { Unlisted = 30 }, null),
        ["others in a small portal"] = (run => run with { Unlisted = 9, Active = 9 }, null),
        ["a list of changes leaves most out"] = (run => Partial(run) with { Unlisted = 90 }, null),
        ["a complete file of other courses"] = (run => run with { Kind = RunKind.Import, Unlisted = 90 }, "90 of 100 active courses are not listed"),
        ["the first run"] = (First, "first run"),
        ["the first run after an import"] = (run => run with { Harvested = false }, "first run"),
        ["the first run of a trusted source"] = (run => First(run) with { Trusted = true }, null),
        ["the first run of a recording"] = (run => First(run) with { Kind = RunKind.Recorded }, null),
        ["an import of a few courses"] = (run => Partial(run) with { Kind = RunKind.Import, Found = 1, Refused = 99, Harvested = false }, null),
        ["a first import"] = (run => First(run) with { Kind = RunKind.Import }, null),
        ["half a file said to be complete"] = (run => run with { Kind = RunKind.Import, Found = 50 }, "50 courses, where 100 are usual"),
        ["a recording of half the courses"] = (run => run with { Kind = RunKind.Recorded, Found = 50 }, "where 100 are usual"),
    };

    public static TheoryData<string> Cases => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_run_is_held_where_it_is_implausible(string which)
    {
        var (run, held) = Table[which];
        var because = RunGuard.Judge(run(Usual()));
        if (held is null)
        {
            Assert.Null(because);
        }
        else
        {
            Assert.Contains(held, because, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_doubt_is_said_at_once_and_being_first_only_where_there_is_none()
    {
        var because = RunGuard.Judge(First(Usual()) with { Refused = 300, Titles = new(100, "Увійти", 100) })!;
        Assert.Contains("refused", because, StringComparison.Ordinal);
        Assert.Contains("Увійти", because, StringComparison.Ordinal);
        Assert.DoesNotContain("first run", because, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_sentence_names_a_remedy(string which)
    {
        if (RunGuard.Judge(Table[which].Run(Usual())) is { } because)
        {
            Assert.Matches("check|accept|Accept|Harvest again", because);
            Assert.EndsWith(".", because, StringComparison.Ordinal);
        }
    }

    private static RunOutcome Usual() => new()
    {
        Kind = RunKind.Harvest,
        End = HarvestEnd.Complete,
        Found = 100,
        Filled = Filled(0.9, 0.9, 0.9),
        Usual = Yields(100, 100, 100),
        Active = 100,
        Harvested = true,
    };

    private static RunOutcome First(RunOutcome run) => run with { Usual = [], Harvested = false, Active = 0 };

    private static RunOutcome Partial(RunOutcome run) => run with { End = HarvestEnd.Partial };

    private static Dictionary<string, double> Filled(double summary, double description, double level) =>
        new() { ["summary"] = summary, ["description"] = description, ["level"] = level };

    private static HarvestReport[] Yields(params int[] yields) => [.. yields.Select(found => Yields(found, Filled(0.9, 0.9, 0.9))[0])];

    private static HarvestReport[] Yields(int found, Dictionary<string, double> filled) =>
    [
        new HarvestReport
        {
            Run = 1,
            Source = "utu",
            Kind = RunKind.Harvest,
            State = RunState.Promoted,
            End = HarvestEnd.Complete,
            StartedAt = DateTimeOffset.UnixEpoch,
            Found = found,
            Filled = filled,
        },
    ];
}
