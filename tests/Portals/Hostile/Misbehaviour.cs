using System.Security.Cryptography.X509Certificates;

namespace DcCourseIndex.Portals.Hostile;

/// <summary>One way in which a portal can be out of order or ill-meant: what it sends instead of its answer, byte by byte.</summary>
public sealed record Misbehaviour(string Name, Func<HostileExchange, Task> AnswerAsync)
{
    /// <summary>robots.txt is answered in the same way; else it is missing.</summary>
    public bool AlsoRobots { get; init; }

    /// <summary>Makes every connection TLS with this certificate; null: plain HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }
}
