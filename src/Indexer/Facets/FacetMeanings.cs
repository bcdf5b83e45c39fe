using System.Collections.Concurrent;
using DcCourseIndex.Catalog.DigComp;

namespace DcCourseIndex.Indexer.Facets;

/// <summary>The meaning of facet keys by framework, for today; made anew when the day in Ukraine changes.</summary>
internal sealed class FacetMeanings(Frameworks frameworks, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, FacetValues> _byFramework = new(StringComparer.Ordinal);

    public FacetValues In(string framework)
    {
        var today = Schedule.Today(time);

        // Only frameworks that exist are remembered: the name comes from outside.
        if (frameworks.Find(framework) is null)
        {
            return new FacetValues(frameworks, framework, today);
        }

        return _byFramework.AddOrUpdate(
            framework,
            name => new FacetValues(frameworks, name, today),
            (name, known) => known.Today == today ? known : new FacetValues(frameworks, name, today));
    }
}
