using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Harvesting;
using DcCourseIndex.Crawler.Normalising;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Work;

/// <summary>What must not stay: forgotten courses and people, sources whose owner refused, raw listings that are old. Doing it twice is doing it once.</summary>
public sealed class Tidying(IReadOnlyList<SourceDefinition> sources, Forget forget, Erasing erasing)
{
    /// <summary>What normalising must know of a source; one without a file keeps what its listings say.</summary>
    public SourceTraits TraitsOf(string name) =>
        sources.FirstOrDefault(source => source.Name == name)?.Traits ?? new SourceTraits(name, name, "uk", KeepAuthors: true);

    /// <summary>Before any work: forgets what is on the list, and withdraws what owners refused.</summary>
    public async Task HeedAsync(CancellationToken ct)
    {
        await forget.ApplyAsync(TraitsOf, ct);
        await erasing.WithdrawAsync([.. sources.Where(source => source.IsRefused).Select(source => source.Name)], ct);
    }

    /// <summary>Before work that writes nothing: makes preparation know what is forgotten, and no more.</summary>
    public Task KnowAsync(CancellationToken ct) => forget.KnowAsync(ct);

    /// <summary>Puts an entry on the list of what is forgotten, and heeds it at once.</summary>
    public Task<ForgetReport> ForgetAsync(Forgotten entry, CancellationToken ct) => forget.RunAsync(entry, TraitsOf, ct);

    /// <summary>Erases what is old; after every run.</summary>
    public Task EraseAsync(CancellationToken ct) => erasing.RunAsync(ct);

    /// <summary>Everything of it; once a day.</summary>
    public async Task TidyAsync(CancellationToken ct)
    {
        await HeedAsync(ct);
        await EraseAsync(ct);
    }
}
