using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>Adds the figures of operation, for processes with and without pages. Needs what <c>AddSearchApi</c> needs of the catalogue and the index.</summary>
public static class MetricsHosting
{
    public static IServiceCollection AddServiceMetrics(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<GlanceReading>();
        services.TryAddSingleton<CatalogueGauges>();
        services.TryAddSingleton(provider => new GlanceRefreshing(
            provider.GetRequiredService<GlanceReading>(), provider.GetRequiredService<CatalogueGauges>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
