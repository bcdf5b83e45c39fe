using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DcCourseIndex.Portals.Hostile;

/// <summary>TLS with certificates that nobody should accept.</summary>
public static class Certificates
{
    private static readonly DateTimeOffset Long = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        With("a certificate signed by itself", Self(HostilePortal.Host, Long, Long.AddYears(80))),
        With("a certificate of another name", Self("other.example", Long, Long.AddYears(80))),
        With("a certificate that has expired", Self(HostilePortal.Host, Long, Long.AddYears(1))),
    ];

    private static Misbehaviour With(string name, X509Certificate2 certificate) =>
        new(name, exchange => exchange.AnswerAsync(200, "text/html", exchange.Good.Body)) { Certificate = certificate };

    private static X509Certificate2 Self(string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(from, to);
        // A key that lives in memory alone does not serve everywhere.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
