using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DcCourseIndex.SearchApi.Revalidation;

/// <summary>Packs whatever is text, in Brotli or gzip as the client likes.</summary>
internal static class Compression
{
    private static readonly string[] Texts =
    [
        .. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/x-ndjson", "application/atom+xml", "application/rss+xml", "application/marcxml+xml",
        "application/opensearchdescription+xml", "application/x-suggestions+json", "application/ld+json", "application/x-bibtex", "application/x-research-info-systems",
        "application/vnd.citationstyles.csl+json", "application/vnd.api+json", "application/opds+json", "application/marc", "image/svg+xml", "text/calendar", "text/csv",
    ];

    public static IServiceCollection AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Texts;
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services.AddSingleton<IResponseCompressionProvider, PublicOnly>();
    }

    // How long a packed answer is tells of a secret in it to whoever can put words beside it; what holds secrets says no-store.
    private sealed class PublicOnly(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
    {
        public override bool ShouldCompressResponse(HttpContext context) =>
            !context.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal) && base.ShouldCompressResponse(context);
    }
}
