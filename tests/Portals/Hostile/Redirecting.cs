namespace DcCourseIndex.Portals.Hostile;

/// <summary>Answers that lead where a crawler must not go, or nowhere.</summary>
public static class Redirecting
{
    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        new("redirect loop", exchange => exchange.RedirectAsync(exchange.Target)),
        new("redirects that never end", exchange => exchange.RedirectAsync($"{exchange.Root}/away/{Guid.NewGuid():N}")),
        To("redirect to the metadata service", "http://169.254.169.254/latest/meta-data/"),
        To("redirect into the house", "http://192.168.1.1/admin"),
        To("redirect to a mapped address", "http://[::ffff:10.0.0.1]/"),
        To("redirect to a decimal host", "http://2130706433/"),
        To("redirect to an octal host", "http://0177.0.0.1/"),
        To("redirect to a hexadecimal host", "http://0x7f.1/"),
        To("redirect to a host with a dot", "http://localhost./"),
        To("redirect to file", "file:///etc/passwd"),
        To("redirect to gopher", "gopher://127.0.0.1:6379/_FLUSHALL"),
        To("redirect without a host", "http://"),
    ];

    private static Misbehaviour To(string name, string location) => new(name, exchange => exchange.RedirectAsync(location));
}
