namespace DcCourseIndex.Catalog.Tests.Ledger;

/// <summary>Says why the tests of the catalogue on PostgreSQL are not there, where they are not.</summary>
public sealed class PostgresPresence
{
    [FactOnPostgres]
    public void PostgreSQL_is_here_to_be_tested_on() => Assert.True(FactOnPostgresAttribute.Installed);
}
