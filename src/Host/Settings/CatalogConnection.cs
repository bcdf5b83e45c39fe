namespace DcCourseIndex.Host.Settings;

/// <summary>What the settings of the catalogue mean together: an engine needs its connection, and a connection may lie in an environment variable.</summary>
internal static class CatalogConnection
{
    /// <summary>The settings with the connection as it is used, or what is wrong.</summary>
    public static (CatalogSettings Settings, string? Problem) Of(CatalogSettings catalog, IReadOnlyDictionary<string, string> environment) => catalog switch
    {
        { Engine: "postgres", Connection: null } => (catalog, "«catalog.engine: postgres» needs «catalog.connection»; write Host=…;Database=…;Username=…;Password=…, or $NAME of an environment variable that holds it."),
        { Engine: "sqlite", Connection: not null } => (catalog, "«catalog.connection» is set and «catalog.engine» is sqlite, which has none; write catalog.engine: postgres, or leave the connection out."),
        { Connection: ['$', .. var name] } => environment.GetValueOrDefault(name) is { Length: > 0 } held
            ? (catalog with { Connection = held }, null)
            : (catalog, $"«catalog.connection» names ${name}, and there is no such environment variable; set it where the service is started."),
        _ => (catalog, null),
    };
}
