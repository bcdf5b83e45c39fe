using System.Globalization;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>Where the next page of a list lies.</summary>
internal sealed class PageTurn(SourceDefinition source, RecipeList list, CourseLinks links, string at)
{
    /// <summary>Whether pages are counted, so that one beyond the last may be asked for.</summary>
    public bool IsCounted => list.Page is { Mark.Count: 0 };

    public Uri First => Below(at);

    /// <summary>The page after the one at <paramref name="from"/>, the <paramref name="turned"/>th after the first; null where there is none.</summary>
    public Uri? After(Uri from, CardList read, int turned)
    {
        if (list.Page is { } page)
        {
            var number = page.Mark.Count > 0 ? read.Next : (page.First + ((long)turned * page.Step)).ToString(CultureInfo.InvariantCulture);
            return number is null ? null : page.At is { } pattern ? Below(pattern.Replace("{}", Uri.EscapeDataString(number), StringComparison.Ordinal)) : With(First, page.Parameter!, number);
        }

        if (read.Next is not { } next) return null;
        var address = new Uri(next);
        if (!links.MayAsk(address)) throw new ListingUnreliableException($"{from}: the list goes on at another host ({address.Host}), which is not followed; if it is the portal's, write it as address:.");
        // Behind a proxy a portal writes http:// into its links.
        return address.Scheme == "http" && from.Scheme == "https" && address.IsDefaultPort ? new UriBuilder(address) { Scheme = "https", Port = -1 }.Uri : address;
    }

    /// <summary>An address with a parameter set, which may stand in it already.</summary>
    public static Uri With(Uri address, string parameter, string value)
    {
        var name = Uri.EscapeDataString(parameter) + "=";
        var others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith(name, StringComparison.Ordinal));
        return new UriBuilder(address) { Query = string.Join('&', others.Append(name + Uri.EscapeDataString(value))) }.Uri;
    }

    private Uri Below(string path) => source.At(path.TrimStart('/'));
}
