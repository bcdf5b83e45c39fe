namespace DcCourseIndex.Catalog.Tests.Ledger;

/// <summary>Skipped with the line that installs the server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactOnPostgresAttribute : FactAttribute
{
    public FactOnPostgresAttribute() => Skip = Installed ? null : "PostgreSQL 15 is not installed, so the catalogue on it is not tested: apt-get install postgresql-15";

    public static bool Installed => File.Exists("/usr/lib/postgresql/15/bin/postgres");
}
