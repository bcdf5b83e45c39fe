using System.Diagnostics;
using System.Globalization;

namespace DcCourseIndex.Host.Tests.Cluster;

/// <summary>
/// Machines of a trial on one machine: a network namespace for each, joined by a bridge, whose links can be cut one by one. Portals and the one who looks on stand at the bridge.
/// Needs root and <c>ip</c>; nothing of it is left afterwards.
/// </summary>
internal sealed class MachineNetwork : IDisposable
{
    private const string Word = "dci";
    private readonly string mark = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId % 100_000}");
    private readonly List<string> machines = [];

    private MachineNetwork()
    {
    }

    /// <summary>The addresses of the machines begin so.</summary>
    private string Net => string.Create(CultureInfo.InvariantCulture, $"10.213.{(Environment.ProcessId % 250) + 1}");

    private string Bridge => $"{Word}b{mark}";

    /// <summary>The network with these machines; null, and why, where it cannot be made here or was not wanted.</summary>
    public static (MachineNetwork? Network, string Why) TryMake(params string[] machines)
    {
        if (Environment.GetEnvironmentVariable("DCCOURSEINDEX_CHAOS_NETWORK") == "loopback")
        {
            return (null, "the loopback was asked for");
        }

        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/sbin/ip"))
        {
            return (null, "namespaces need root and the program ip (apt-get install iproute2)");
        }

        var network = new MachineNetwork();
        try
        {
            network.Make(machines);
            return (network, $"namespaces at {network.Net}.0/24");
        }
        catch (InvalidOperationException refused)
        {
            network.Dispose();
            return (null, refused.Message);
        }
    }

    /// <summary>The address of the n-th of those who stand at the bridge themselves; 0: the one who looks on.</summary>
    public string AtBridge(int number) => string.Create(CultureInfo.InvariantCulture, $"{Net}.{number + 1}");

    public string AddressOf(string machine) => machines.IndexOf(machine) is var place and >= 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Net}.{100 + place}")
        : AtBridge(0);

    /// <summary>What goes before a command so that it runs on a machine; nothing for one that stands at the bridge.</summary>
    public IReadOnlyList<string> Enter(string machine) => machines.Contains(machine) ? ["/usr/sbin/ip", "netns", "exec", Space(machine)] : [];

    /// <summary>Cuts a machine's link: what it sends is lost and nobody tells it so.</summary>
    public void Cut(string machine) => Ip($"link set {Link(machine)} down");

    /// <summary>Joins it again.</summary>
    public void Mend(string machine) => Ip($"link set {Link(machine)} up");

    public void Dispose()
    {
        foreach (var machine in machines)
        {
            TryIp($"netns del {Space(machine)}");
        }

        TryIp($"link del {Bridge}");
    }

    private void Make(string[] names)
    {
        Ip($"link add {Bridge} type bridge");
        for (var number = 0; number < 12; number++)
        {
            Ip($"addr add {AtBridge(number)}/24 dev {Bridge}");
        }

        Ip($"link set {Bridge} up");
        foreach (var name in names)
        {
            machines.Add(name);
            Ip($"netns add {Space(name)}");
            Ip($"link add {Link(name)} type veth peer name eth0 netns {Space(name)}");
            Ip($"link set {Link(name)} master {Bridge} up");
            Ip($"-n {Space(name)} addr add {AddressOf(name)}/24 dev eth0");
            Ip($"-n {Space(name)} link set eth0 up");
            Ip($"-n {Space(name)} link set lo up");
        }
    }

    private string Space(string machine) => $"{Word}{mark}-{machine}";

    private string Link(string machine) => string.Create(CultureInfo.InvariantCulture, $"{Word}{mark}v{machines.IndexOf(machine)}");

    private static void Ip(string arguments)
    {
        if (TryIp(arguments) is { } wrong)
        {
            throw new InvalidOperationException($"ip {arguments}: {wrong.Trim()}");
        }
    }

    private static string? TryIp(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/sbin/ip", arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : said;
    }
}
