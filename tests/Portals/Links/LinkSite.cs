using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Portals.Links;

/// <summary>Invented hosts on the loopback whose course pages live, misbehave and disappear night by night.</summary>
public sealed class LinkSite : IAsyncDisposable
{
    private readonly Dictionary<LinkHostKind, Uri> roots = [];
    private readonly LinkAnswers answers;
    private readonly X509Certificate2 untrusted;
    private readonly WebApplication application;

    private LinkSite(Action<TimeSpan> letPass)
    {
        answers = new LinkAnswers(letPass);
        untrusted = SelfSigned();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            foreach (var host in Listening)
            {
                kestrel.Listen(Ip(host), 0, listen =>
                {
                    if (host == LinkHostKind.Untrusted)
                    {
                        listen.UseHttps(untrusted);
                    }
                });
            }
        });
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    /// <summary>The night that is being played, from 1.</summary>
    public int Night { get; set; } = 1;

    /// <summary>Requests that were answered, robots.txt not counted.</summary>
    public int Asked { get; private set; }

    private static IEnumerable<LinkHostKind> Listening => Enum.GetValues<LinkHostKind>().Where(host => host != LinkHostKind.Dead);

    /// <summary>Starts the hosts. <paramref name="letPass"/> moves the visitor's clock on, so that a slow answer needs no real time.</summary>
    public static async Task<LinkSite> StartAsync(Action<TimeSpan> letPass)
    {
        var site = new LinkSite(letPass);
        await site.application.StartAsync();
        foreach (var url in site.application.Urls.Select(url => new Uri(url)))
        {
            site.roots[Listening.Single(host => Ip(host).Equals(IPAddress.Parse(url.Host)))] = url;
        }

        site.roots[LinkHostKind.Dead] = new Uri($"http://{Ip(LinkHostKind.Dead)}:{FreePort(Ip(LinkHostKind.Dead))}/");
        return site;
    }

    public Uri Root(LinkHostKind host) => roots[host];

    public Uri AddressOf(LinkPage page) => new(Root(page.Host), page.Path);

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        untrusted.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var host = Listening.Single(host => Ip(host).Equals(context.Connection.LocalIpAddress));
        if (context.Request.Path != "/robots.txt")
        {
            Asked++;
        }

        await answers.AnswerAsync(context, host, Night);
    }

    private static IPAddress Ip(LinkHostKind host) => new([127, 0, 3, (byte)(10 + (int)host)]);

    // A port that was free a moment ago and that nobody else on this address uses.
    private static int FreePort(IPAddress address)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(address, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=invented.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(51));
    }
}
