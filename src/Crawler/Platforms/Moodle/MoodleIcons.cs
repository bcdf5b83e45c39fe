using AngleSharp.Dom;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Crawler.Platforms.Moodle;

/// <summary>
/// Reads the enrolment icons by class or picture name, never by their title, which is in the language of the page.
/// Anonymous visitors are shown no icon for self-enrolment, so no icon does not mean closed.
/// </summary>
internal static class MoodleIcons
{
    private static readonly string[] Guest = ["fa-unlock-alt", "fa-unlock", "fa-lock-open", "withoutpassword"];
    private static readonly string[] Self = ["fa-sign-in", "fa-sign-in-alt", "fa-right-to-bracket", "withoutkey"];
    private static readonly string[] Key = ["fa-key", "fa-lock", "withpassword", "withkey"];
    private static readonly string[] Fee = ["fa-paypal", "fa-money", "fa-credit-card", "fa-dollar", "fa-dollar-sign", "fa-shopping-cart", "fa-cart-shopping", "fa-money-bill", "fa-coins", "enrol_paypal", "enrol_stripepayment", "enrol_fee"];

    /// <summary>The most open way in as a wire value; null where no icon tells.</summary>
    public static string? Access(IEnumerable<IElement> icons)
    {
        var marks = icons.Select(Marks).ToList();
        return Any(marks, Guest) ? Wire.Name(Catalog.Courses.Access.Guest)
            : Any(marks, Self) ? Wire.Name(Catalog.Courses.Access.Self)
            : Any(marks, Key) ? Wire.Name(Catalog.Courses.Access.Key)
            : null;
    }

    public static bool Paid(IEnumerable<IElement> icons) => Any([.. icons.Select(Marks)], Fee);

    // <i class="icon fa fa-lock-open">, or from themes without the font <img src="…/theme/image.php/NAME/enrol_guest/1/withoutpassword">,
    // on servers without slash arguments <img src="…/theme/image.php?theme=NAME&component=enrol_guest&image=withoutpassword">.
    private static HashSet<string> Marks(IElement icon)
    {
        var marks = new HashSet<string>(icon.ClassList, StringComparer.Ordinal);
        if (icon.GetAttribute("src") is { } source) marks.UnionWith(source.Split('/', '?', '.', '&', '='));
        return marks;
    }

    private static bool Any(List<HashSet<string>> marks, string[] wanted) => marks.Exists(icon => icon.Overlaps(wanted));
}
