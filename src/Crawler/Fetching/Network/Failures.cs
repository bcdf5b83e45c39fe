using System.Net.Sockets;

namespace DcCourseIndex.Crawler.Fetching.Network;

/// <summary>The sentences for what goes wrong between crawler and portal: each names the address and what to do.</summary>
internal static class Failures
{
    /// <summary>The failure that an exception of one attempt stands for, after the time limit that has <paramref name="passed"/>, if one has; null where it is no ordinary failure.</summary>
    public static Answer? Judge(Exception e, Uri address, FetchSettings settings, string? passed)
    {
        var at = SafeAddress.Of(address);
        return e switch
        {
            _ when e.GetBaseException() is RefusedAddressException refused => Answer.Failed(FailureKind.ForbiddenAddress,
                $"{at} is not asked: {refused.Message} inside a private or reserved network; a portal in the library's own network needs allowPrivateAddress: true and its own address in the source file."),
            _ when passed is not null => Answer.Failed(FailureKind.Timeout, $"{at} {passed}; try again at a quieter hour."),
            OperationCanceledException => Answer.Failed(FailureKind.Unreachable,
                $"{at} cannot be reached: no connection within {settings.ConnectTimeout.TotalSeconds:0.###} s; check that the portal is up and the address right."),
            TooLargeException => new() { Failure = TooLarge(address, settings) },
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Answer.Failed(FailureKind.BrokenAnswer,
                $"{at} sent more headers than are read; open it in a browser and tell the portal's owner."),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Answer.Failed(FailureKind.Unreachable,
                $"{at}: the name {address.Host} is not known; check the address for a slip, and this machine's DNS.", CauseOf(e)),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => Answer.Failed(FailureKind.Unreachable,
                $"{at}: no secure connection ({Innermost(e)}); open it in a browser, its certificate may have expired.", FailureCause.Insecure),
            HttpRequestException or SocketException when Connecting(e) => Answer.Failed(FailureKind.Unreachable,
                $"{at} cannot be reached ({Innermost(e)}); check that the portal is up and the address right.", CauseOf(e)),
            HttpRequestException or IOException or InvalidDataException => Answer.Failed(FailureKind.BrokenAnswer,
                $"{at} sent an answer that breaks off or cannot be read ({Innermost(e)}); try again, and tell the portal's owner if it stays."),
            _ => null,
        };
    }

    public static PageFailure TooLarge(Uri address, FetchSettings settings) => new(FailureKind.TooLarge,
        $"{SafeAddress.Of(address)} sent more than {settings.MaxBodyBytes} bytes (the cap for one page, decompressed); ask the portal for smaller pages.");

    public static string TooManyHeaders(Uri address, int lines) =>
        $"{SafeAddress.Of(address)} sent {lines} header lines, more headers than are read; open it in a browser and tell the portal's owner.";

    public static string WrongLength(Uri address, string length) =>
        $"{SafeAddress.Of(address)} sent an answer that breaks off or cannot be read (its length is «{length}»); try again, and tell the portal's owner if it stays.";

    private static bool Connecting(Exception e) =>
        e is SocketException or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError };

    // Only a name service that answers «there is none» says anything about the host; one that fails says something about this machine.
    private static FailureCause CauseOf(Exception e) => (e.GetBaseException() as SocketException)?.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => FailureCause.NameUnknown,
        SocketError.ConnectionRefused => FailureCause.Refused,
        _ => FailureCause.Other,
    };

    private static string Innermost(Exception e) => e.GetBaseException().Message.TrimEnd('.');
}
