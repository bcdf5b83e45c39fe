using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Browse;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Coverage;

/// <summary>Counts the courses of a framework's competences by level, language, purpose and price, in one look at the index; within a minute in which the index stands still, once.</summary>
internal sealed class CoverageBook(ICourseSearcher searcher, Sightings sightings, TimeProvider clock)
{
    /// <summary>A course that no run has seen for longer than this is not counted as seen lately.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    private static readonly IReadOnlyList<IReadOnlyList<Facet>> Tables =
    [
        [], [Facet.Area], [Facet.Competence], [Facet.Competence, Facet.Level], [Facet.Competence, Facet.Level, Facet.Language],
        [Facet.Competence, Facet.Language], [Facet.Competence, Facet.Context], [Facet.Competence, Facet.Price],
    ];

    private const int Most = 60;

    // The look at sources, made anew every minute, is part of what is asked; so is the moment from which «lately» counts.
    private readonly StandingAnswers<(object Seen, long Minute, string Framework, string Lang, string Filters), CoverageMap> counted = new(searcher, Most);

    public CoverageMap Of(CoverageQuestion question) => counted.Of(
        (sightings.BySource, clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute, question.Framework.Id, question.Lang, string.Join('\n', question.Filters.OrderBy(filter => filter.Key).Select(filter => $"{filter.Key} {string.Join('\t', filter.Value)}"))),
        () => Count(question));

    private CoverageMap Count(CoverageQuestion question)
    {
        var answer = searcher.Cross(new()
        {
            Framework = question.Framework.Id,
            Filters = question.Filters,
            Tables = Tables,
            SeenSince = clock.GetUtcNow() - Lately,
            SourceSeen = sightings.BySource,
        });
        var counted = answer.Tables;
        var all = counted[0].SingleOrDefault();
        var areas = counted[1].ToDictionary(cell => cell.Values[0], cell => cell.Courses);
        var rows = question.Framework.Competences.Select(competence => Row(competence, question, counted)).ToList();
        return new()
        {
            Framework = question.Framework.Id,
            Name = question.Framework.Name.In(question.Lang),
            Attribution = question.Framework.Attribution,
            UkrainianNames = question.Framework.UkrainianNames,
            Position = new(answer.Position.Epoch, answer.Position.Revision),
            Total = all?.Courses ?? 0,
            Freshness = Fresh(all),
            Languages =
            [
                .. rows.SelectMany(row => row.Languages).GroupBy(pair => pair.Key)
                    .OrderByDescending(same => same.Sum(pair => pair.Value)).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key),
            ],
            Areas =
            [
                .. question.Framework.Areas.Select(area => new CoverageArea(area.Code, area.Name.In(question.Lang), areas.GetValueOrDefault(area.Code),
                    [.. question.Framework.Competences.Zip(rows).Where(pair => pair.First.Area == area.Code).Select(pair => pair.Second)])),
            ],
            Gaps =
            [
                .. Enum.GetValues<GapKind>().Select(kind => new CoverageGap(
                        kind, PageTexts.In(question.Lang)[$"gap.{Wire.Name(kind)}"], [.. rows.Where(row => row.Gaps.Contains(kind)).Select(row => row.Code)]))
                    .Where(gap => gap.Competences.Count > 0),
            ],
        };
    }

    private static CompetenceCoverage Row(Competence competence, CoverageQuestion question, IReadOnlyList<IReadOnlyList<CrossCell>> counted)
    {
        var whole = Of(2).SingleOrDefault();
        var levels = Of(3).ToDictionary(cell => cell.Values[1], cell => cell.Courses);
        var row = new CompetenceCoverage
        {
            Code = competence.Code,
            Label = competence.Name.In(question.Lang),
            Count = whole?.Courses ?? 0,
            Freshness = Fresh(whole),
            Levels = Wire.All<Level>().Append(CrossCell.None).ToDictionary(
                level => level,
                level => new LevelCoverage(levels.GetValueOrDefault(level), Sorted(Of(4).Where(cell => cell.Values[1] == level), 2))),
            Languages = Sorted(Of(5), 1),
            Contexts = Wire.All<Context>().Append(CrossCell.None).ToDictionary(context => context, context => Of(6).Where(cell => cell.Values[1] == context).Sum(cell => cell.Courses)),
            Prices = Sorted(Of(7), 1),
            Gaps = [],
        };
        return row with { Gaps = Coverage.Gaps.Of(row, question.Filters) };

        IEnumerable<CrossCell> Of(int table) => counted[table].Where(cell => cell.Values[0] == competence.Code);
    }

    private static Dictionary<string, int> Sorted(IEnumerable<CrossCell> cells, int value) => cells
        .OrderByDescending(cell => cell.Courses).ThenBy(cell => cell.Values[value], StringComparer.Ordinal).ToDictionary(cell => cell.Values[value], cell => cell.Courses);

    private static Freshness Fresh(CrossCell? cell) => cell is null ? new(null, null) : new(cell.NewestChange, Math.Round((double)cell.SeenLately / cell.Courses, 4));
}
