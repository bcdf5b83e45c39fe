using System.Globalization;
using DcCourseIndex.Crawler.Fetching;

namespace DcCourseIndex.Crawler.Probing;

/// <summary>Says in a word or two how an address answered.</summary>
internal static class ProbeStatus
{
    public static string Of(Page page) => page.Failure is { } failure ? Of(failure.Kind)
        : page.Redirects.Count > 0 ? $"{Number(page)} after redirect"
        : Number(page);

    private static string Of(FailureKind kind) => kind switch
    {
        FailureKind.ForbiddenByRobots => "closed by robots.txt",
        FailureKind.ForbiddenAddress => "address not asked",
        FailureKind.TooManyRequests => "not asked any more",
        FailureKind.TooManyRedirects => "redirects without end",
        FailureKind.TooLarge => "too large",
        FailureKind.WrongContent => "no text",
        FailureKind.Timeout => "no answer in time",
        FailureKind.ServerError => "out of order",
        FailureKind.AskedToWait => "asks to wait",
        FailureKind.NotConfigured => "not asked",
        _ => "not reachable",
    };

    private static string Number(Page page) => ((int)page.Status).ToString(CultureInfo.InvariantCulture);
}
