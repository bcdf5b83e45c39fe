using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DcCourseIndex.SearchApi.Metrics;

/// <summary>Adds the gauges, for processes with and without pages. Needs what <c>AddSearchApi</c> needs of the catalogue and the index.</summary>
public static class MetricsHosting
{
    public static IServiceCollection AddServiceMetrics(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<GlanceReading>();
        return services;
    }
}
