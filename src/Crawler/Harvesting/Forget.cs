using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.Crawler.Normalising;

namespace DcCourseIndex.Crawler.Harvesting;

/// <summary>What forgetting did: courses taken out, and kept listings written anew without a name.</summary>
public sealed record ForgetReport(int Courses, int Listings);

/// <summary>Forgets a course or a person: now in everything that is kept, and from now on in everything that comes.</summary>
public sealed class Forget(Forgetting forgetting, KeptTexts texts, ListingPreparation preparation)
{
    /// <summary>Puts an entry on the list and searches the catalogue for it.</summary>
    public async Task<ForgetReport> RunAsync(Forgotten entry, Func<string, SourceTraits> traits, CancellationToken ct)
    {
        await forgetting.AddAsync(entry, ct);
        return await ApplyAsync(traits, ct);
    }

    /// <summary>Makes preparation heed the list; writes nothing.</summary>
    public async Task KnowAsync(CancellationToken ct) => preparation.Heed(await forgetting.ListAsync(ct));

    /// <summary>
    /// Makes preparation heed the list, and searches the catalogue for entries that it was not yet searched for, such as those that a restored store took up
    /// from the file. Cut off, it begins again the next time.
    /// </summary>
    public async Task<ForgetReport> ApplyAsync(Func<string, SourceTraits> traits, CancellationToken ct)
    {
        var list = await forgetting.ListAsync(ct);
        preparation.Heed(list);
        var pending = await forgetting.PendingAsync(ct);
        if (pending.Count == 0)
        {
            return new ForgetReport(0, 0);
        }

        var courses = await forgetting.PurgeCoursesAsync(new ForgottenList(pending), ct);
        var listings = pending.Any(entry => entry.Kind == Forgotten.PersonKind) ? await WithoutNamesAsync(list, traits, ct) : 0;
        await forgetting.AppliedAsync(pending, ct);
        return new ForgetReport(courses, listings);
    }

    private async Task<int> WithoutNamesAsync(ForgottenList list, Func<string, SourceTraits> traits, CancellationToken ct)
    {
        var changed = 0;
        await foreach (var kept in texts.AllAsync(ct))
        {
            // Preparation hands a listing on as it is where there is nothing to take out.
            if (preparation.Prepare(kept.Raw, traits(kept.Source)).Entry is { } entry && !ReferenceEquals(entry.Raw, kept.Raw))
            {
                await texts.ReplaceAsync(kept, entry, ct);
                changed++;
            }
        }

        await texts.LetGoAsync(text => list.NamesIn(text).Count > 0, ct);
        return changed;
    }
}
