using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Moodle;

/// <summary>Moodle's page links: pages count from 0, the current one leads nowhere, and a list that fits has none.</summary>
internal static class Pager
{
    /// <summary><c>perpage=all</c>, and 0 as well, mean everything.</summary>
    public static int Size(PortalRequest request, int otherwise) => request.Parameter("perpage") switch
    {
        null => otherwise,
        "all" => int.MaxValue,
        _ => request.Whole("perpage") is > 0 and var size ? size : int.MaxValue,
    };

    public static string Of(MoodlePortal portal, string address, int page, int size, int total)
    {
        var pages = (int)((total + (long)size - 1) / size);
        if (pages < 2)
        {
            return "";
        }

        var old = portal.Options.Version == MoodleVersion.Moodle311;
        var links = string.Concat(Enumerable.Range(0, pages).Select(index => Link(index)));
        return $"""
            <nav aria-label="Сторінка" class="pagination pagination-centered justify-content-center">
            <ul class="mt-1 pagination " data-page-size="{size}">
            {(page > 0 ? Arrow(page - 1, "&laquo;", "Попередня сторінка") : "")}{links}{(page + 1 < pages ? Arrow(page + 1, "&raquo;", "Наступна сторінка") : "")}</ul>
            </nav>
            """;

        string Link(int index)
        {
            var current = index == page;
            var text = old
                ? $"{index + 1}{(current ? """<span class="sr-only">(поточний)</span>""" : "")}"
                : $"""<span aria-hidden="true">{index + 1}</span><span class="sr-only">Сторінка {index + 1}</span>""";
            return $"""
                <li class="page-item {(current ? "active" : "")}" data-page-number="{index + 1}">
                <a href="{(current ? "#" : Address(index))}" class="page-link">{text}</a>
                </li>

                """;
        }

        string Arrow(int index, string sign, string label) => $"""
            <li class="page-item" data-page-number="{index + 1}">
            <a href="{Address(index)}" class="page-link"><span aria-hidden="true">{sign}</span><span class="sr-only">{label}</span></a>
            </li>

            """;

        string Address(int index) => portal.Url($"{address}&amp;page={index}");
    }
}
