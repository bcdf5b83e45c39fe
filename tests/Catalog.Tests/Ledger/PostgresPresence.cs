namespace DcCourseIndex.Catalog.Tests.Ledger;

/// <summary>Says why the tests of the catalogue on PostgreSQL are not there, where they are not.</summary>
public sealed class PostgresPresence
{
    [FactOnPostgres]
    public void PostgreSQL_is_here_to_be_tested_on() => Assert.True(FactOnPostgresAttribute.Installed);
}

/// <summary>Skipped with the line that installs the server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactOnPostgresAttribute : FactAttribute
{
    public FactOnPostgresAttribute() => Skip = Installed ? null : "PostgreSQL 15 is not installed, so the catalogue on it is not tested: apt-get install postgresql-15";

    public static bool Installed => File.Exists("/usr/lib/postgresql/15/bin/postgres");
}
