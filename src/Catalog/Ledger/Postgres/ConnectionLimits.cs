using Npgsql;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>
/// What every connection to PostgreSQL agrees on about silence: a client whose link was cut or whose process was frozen must not hold what all others wait for,
/// and an answer that a dead server owes is not waited for. What the operator's own connection string says comes last and so counts.
/// </summary>
public static class ConnectionLimits
{
    // No statement of the ledger runs for minutes; one that does has lost its way, or its server. The server asks after a silent client, and gives it up after 25 seconds.
    private const string Always = "-c statement_timeout=600000 -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=30000";
    private const int KeepAliveSeconds = 10;

    /// <summary>The connection string for whoever writes: silent for a minute in the midst of it, and the server takes it all back. Throws <see cref="ArgumentException"/> where the text is none.</summary>
    public static string ForWriting(string connection) => With(connection, "-c idle_in_transaction_session_timeout=60000");

    /// <summary>The same for whoever only reads, who holds up nobody: an hour.</summary>
    internal static string ForReading(string connection) => With(connection, "-c idle_in_transaction_session_timeout=3600000");

    private static string With(string connection, string silence)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        parts.Options = $"{Always} {silence} {parts.Options}".TrimEnd();

        // A path is a socket of this machine, and knows no such thing.
        if (parts.TcpKeepAliveTime == 0 && parts.Host?.StartsWith('/') == false)
        {
            (parts.TcpKeepAliveTime, parts.TcpKeepAliveInterval) = (KeepAliveSeconds, KeepAliveSeconds / 2);
        }

        return parts.ConnectionString;
    }
}
