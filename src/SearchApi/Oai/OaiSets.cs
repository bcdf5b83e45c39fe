using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Texts;

namespace DcCourseIndex.SearchApi.Oai;

/// <summary>A set that can be harvested alone.</summary>
internal sealed record OaiSet(string Spec, string Name);

/// <summary>
/// The sets (OAI-PMH 2.0 §2.6): by area and competence of DigComp 2.2, source and language. The part before the colon is a set of its own that holds all below it.
/// </summary>
internal sealed class OaiSets(Frameworks frameworks, ICourseCatalog catalogue, ICourseSearcher searcher, SearchApiSettings settings)
{
    private const string Source = "source";

    /// <summary>The facets that make sets; each is the first part of its sets' names.</summary>
    public static readonly IReadOnlyList<Facet> Kinds = [Facet.Source, Facet.Area, Facet.Competence, Facet.Language];

    /// <summary>The sets of a course, without the parents.</summary>
    public IReadOnlyList<string> Of(CatalogCourse known) =>
    [
        OfSource(known.Course.Source),
        .. known.Tagging.Competences.Select(assignment => frameworks.DigComp22.Competences.FirstOrDefault(competence => competence.Code == assignment.Code)?.Area)
            .OfType<string>().Distinct(StringComparer.Ordinal).Select(area => $"area:{area}"),
        .. known.Tagging.Competences.Select(assignment => $"competence:{assignment.Code}"),
        .. known.Course.Language is { } language && OaiArguments.IsSet(language) ? [$"language:{language}"] : Array.Empty<string>(),
    ];

    /// <summary>The sets of a tombstone: what a course was about is not kept beyond it.</summary>
    public static IReadOnlyList<string> OfRetired(string id) => [OfSource(id[..id.IndexOf('.', StringComparison.Ordinal)])];

    /// <summary>Whether one of a record's sets is the asked one or lies below it.</summary>
    public static bool Holds(string asked, IEnumerable<string> sets) =>
        sets.Any(set => set == asked || (set.Length > asked.Length && set[asked.Length] == ':' && set.StartsWith(asked, StringComparison.Ordinal)));

    /// <summary>The source of a set by source; null for the others.</summary>
    public static string? SourceOf(string? asked) => asked?.StartsWith($"{Source}:", StringComparison.Ordinal) == true ? asked[(Source.Length + 1)..] : null;

    /// <summary>The facet and value that a set stands for; null for a set that no facet knows.</summary>
    public static (Facet Kind, string? Value)? Meaning(string asked)
    {
        var colon = asked.IndexOf(':', StringComparison.Ordinal);
        return Wire.TryParse<Facet>(colon < 0 ? asked : asked[..colon], out var kind) && Kinds.Contains(kind) ? (kind, colon < 0 ? null : asked[(colon + 1)..]) : null;
    }

    /// <summary>All sets with names in both languages, parents first.</summary>
    public async Task<IReadOnlyList<OaiSet>> AllAsync(CancellationToken ct)
    {
        var framework = frameworks.DigComp22;
        var sources = await catalogue.SourcesAsync(ct);
        var languages = searcher.Search(new() { Limit = 1, Sort = SortOrder.Id, Collapse = false }).Facets.GetValueOrDefault(Facet.Language) ?? [];
        return
        [
            .. Kinds.Select(kind => Named(Wire.Name(kind), texts => texts[$"facet.{Wire.Name(kind)}"])),
            .. sources.Select(source => new OaiSet(OfSource(source.Name), settings.SourceTitle(source.Name) ?? source.Name)),
            .. framework.Areas.Select(area => Named($"area:{area.Code}", texts => $"{area.Code} {area.Name.In(texts.Lang)}")),
            .. framework.Competences.Select(competence => Named($"competence:{competence.Code}", texts => $"{competence.Code} {competence.Name.In(texts.Lang)}")),
            .. languages.Where(count => OaiArguments.IsSet(count.Value)).Select(count => Named($"language:{count.Value}", texts => texts.LanguageName(count.Value))),
        ];
    }

    private static string OfSource(string name) => $"{Source}:{name}";

    private static OaiSet Named(string spec, Func<PageTexts, string> name) => new(spec, $"{name(PageTexts.In("uk"))} / {name(PageTexts.English)}");
}
