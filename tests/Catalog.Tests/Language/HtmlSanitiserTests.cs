using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Catalog.Tests.Language;

public sealed partial class HtmlSanitiserTests
{
    private static readonly Uri Page = new("https://portal.example/courses/7");

    [Theory]
    [InlineData("<p>Текст <b>жирний</b>  і\n<i>курсив</i></p>", "<p>Текст <b>жирний</b> і <i>курсив</i></p>")]
    [InlineData("<div>а</div><div>б</div>в", "<p>а</p><p>б</p>в")]
    [InlineData("<h1>А</h1><h5>Б</h5>", "<h2>А</h2><h4>Б</h4>")]
    [InlineData("<p><br>а<br><br><br>б<br></p>", "<p>а<br><br>б</p>")]
    [InlineData("<ul><li>раз<li>два<ul><li>три</ul></ul>", "<ul><li>раз</li><li>два<ul><li>три</li></ul></li></ul>")]
    [InlineData("<b><i>а</b>б</i>", "<b><i>а</i></b><i>б</i>")]
    [InlineData("<a href='/x?a=1&b=2'><h3>Назва</h3></a>", "<h3><a href=\"https://portal.example/x?a=1&amp;b=2\" rel=\"nofollow noopener\">Назва</a></h3>")]
    [InlineData("<a href='mailto:lib@example.org'>пошта</a>", "<a href=\"mailto:lib@example.org\" rel=\"nofollow noopener\">пошта</a>")]
    [InlineData("<table><tr><td>а<td>б<tr><th>в</table>", "<table><tr><td>а</td><td>б</td></tr><tr><th>в</th></tr></table>")]
    [InlineData("<table>так<tr>ні", "<table><tr><td>так</td></tr><tr><td>ні</td></tr></table>")]
    [InlineData("<li>сам", "<ul><li>сам</li></ul>")]
    [InlineData("<pre>\n  a\n    b</pre>", "<pre>  a\n    b</pre>")]
    [InlineData("<p>&nbsp;</p><p></p><b> </b>а", "а")]
    [InlineData("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2")]
    [InlineData("<p class=MsoNormal style='color:red' id=x>так<o:p></o:p></p>", "<p>так</p>")]
    public void Allowed_html_is_put_in_order(string html, string expected) => Assert.Equal(expected, HtmlSanitiser.Sanitise(html, Page));

    [Theory]
    [InlineData("/a", null, "текст")]
    [InlineData("../b", "https://p.example/x/y/z", "<a href=\"https://p.example/x/b\" rel=\"nofollow noopener\">текст</a>")]
    [InlineData("//evil.example/", null, "текст")]
    [InlineData("#top", "https://p.example/", "текст")]
    public void Relative_links_are_resolved_or_dropped(string href, string? page, string expected) =>
        Assert.Equal(expected, HtmlSanitiser.Sanitise($"<a href=\"{href}\">текст</a>", page is null ? null : new Uri(page)));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=//evil.example/x.js></SCRIPT>")]
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>")]
    [InlineData("<script>alert(1)")]
    [InlineData("<script/x>alert(1)</script\t>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">")]
    [InlineData("<img src=`javascript:alert(1)`>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>")]
    [InlineData("<iframe src=javascript:alert(1)></iframe>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<object data=\"data:text/html;base64,PHNjcmlwdD4=\"></object>")]
    [InlineData("<embed src=javascript:alert(1)>")]
    [InlineData("<applet code=x></applet>")]
    [InlineData("<a href=javascript:alert(1)>x</a>")]
    [InlineData("<a href=' JaVaScRiPt:alert(1)'>x</a>")]
    [InlineData("<a href=\"java\nscript:alert(1)\">x</a>")]
    [InlineData("<a href=\"java&#9;script:alert(1)\">x</a>")]
    [InlineData("<a href=\"&#106;&#97;&#118;&#97;script:alert(1)\">x</a>")]
    [InlineData("<a href=\"&#x1;javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"javascript&colon;alert(1)\">x</a>")]
    [InlineData("<a href=\"jav\0ascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"vbscript:msgbox(1)\">x</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">x</a>")]
    [InlineData("<a href=\"file:///etc/passwd\">x</a>")]
    [InlineData("<a href=\"https://good.example@evil.example/\">x</a>")]
    [InlineData("<a href='http://x\" onclick=\"alert(1)'>x</a>")]
    [InlineData("<a href=\"http://x/\" onclick=alert(1) style=position:fixed target=_top>x</a>")]
    [InlineData("<a href=http://x/ href=javascript:alert(1)>x</a>")]
    [InlineData("<p style=\"background:url(javascript:alert(1))\">x</p>")]
    [InlineData("<style>@import 'http://evil.example/x.css';</style>")]
    [InlineData("<link rel=stylesheet href=http://evil.example/x.css>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">")]
    [InlineData("<base href=javascript:alert(1)//>")]
    [InlineData("<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>")]
    [InlineData("<textarea><script>alert(1)</script></textarea>")]
    [InlineData("<title><img src=x onerror=alert(1)></title>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<xmp><script>alert(1)</script></xmp>")]
    [InlineData("<plaintext><script>alert(1)</script>")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("<template><template><img src=x onerror=alert(1)></template></template><img src=x onerror=alert(1)>")]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData("<math><mtext><mglyph><style><![CDATA[</style><img title=\"]]&gt;&lt;/mglyph&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<select><template><style><!--</select><a rel=\"--></style></template></select><img src=x onerror=alert(1)>\">")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>")]
    [InlineData("<svg><use href=\"data:image/svg+xml,<svg id='x' onload='alert(1)'/>#x\"/></svg>")]
    [InlineData("<p style=\"width:expression(alert(1))\">x</p>")]
    [InlineData("<div style=\"-moz-binding:url(//evil.example/x.xml#x)\">x</div>")]
    [InlineData("<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>")]
    [InlineData("<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61lert(1)\">x</a>")]
    [InlineData("<!--><script>alert(1)</script>-->")]
    [InlineData("<!--[if gte IE 4]><script>alert(1)</script><![endif]-->")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<?xml version=\"1.0\"?><script>alert(1)</script>")]
    [InlineData("<details open ontoggle=alert(1)>x</details>")]
    [InlineData("<video><source onerror=alert(1)></video>")]
    [InlineData("<body onload=alert(1)>")]
    [InlineData("<table background=javascript:alert(1)><td background=javascript:alert(1)>x")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("<b <script>alert(1)</script>x")]
    [InlineData("<p/onclick=alert(1)/>x")]
    [InlineData("<a\u000Chref=javascript:alert(1)>x")]
    [InlineData("<select><option><style></select><script>alert(1)</script></style>")]
    [InlineData("<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>")]
    [InlineData("<marquee onstart=alert(1)>x</marquee><bgsound src=javascript:alert(1)>")]
    [InlineData("<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>")]
    public void An_attack_leaves_nothing_but_allowed_tags(string html) => AssertSafe(html);

    [Fact]
    public void Any_heap_of_tags_gives_well_formed_html_that_stays_as_it_is()
    {
        string[] bricks =
        [
            "<p>", "</p>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "<th>", "</td>", "<thead>", "<tbody>", "</tbody>", "<caption>", "<b>", "</b>",
            "<i>", "</i>", "<em>", "</em>", "<strong>", "<code>", "</code>", "<a href='/x'>", "<a href=http://y.example/ю?q=\"&amp;'>", "</a>", "<pre>", "</pre>", "<blockquote>", "</blockquote>", "<h2>", "</h2>",
            "<br>", "</br>", "<div>", "</div>", "<script>", "</script>", "<svg>", "</svg>", "<!--", "-->", "<", ">", "&", "&lt;", "&#13;", "&nbsp;", "\r\n", "\n", " ", "а", "б в", "\u0301", "\u0338", "\"", "'", "\uD800", "<td", "=",
        ];
        var random = new Random(7);
        for (var round = 0; round < 4_000; round++)
        {
            AssertSafe(string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => bricks[random.Next(bricks.Length)])));
        }
    }

    private static void AssertSafe(string html)
    {
        var clean = HtmlSanitiser.Sanitise(html, Page);
        var open = new Stack<string>();
        foreach (Match tag in AnyTag().Matches(clean))
        {
            Assert.Matches(AllowedTag(), tag.Value);
            var name = tag.Groups[1].Value;
            if (name[0] == '/')
            {
                Assert.Equal(name[1..], open.Pop());
            }
            else if (name != "br")
            {
                open.Push(name);
            }
        }

        Assert.Empty(open);
        Assert.DoesNotContain('<', AnyTag().Replace(clean, ""));
        Assert.Equal(clean, HtmlSanitiser.Sanitise(clean, Page));
        Assert.Equal(clean, HtmlSanitiser.Sanitise(clean));
    }

    [GeneratedRegex(@"<(/?[^\s>]*)[^>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex("""^<(br|/?(p|ul|ol|li|strong|b|em|i|h[234]|blockquote|code|pre|table|thead|tbody|tfoot|tr|td|th|caption)|/a|a href="(https?://|mailto:)[^"<>\s]+" rel="nofollow noopener")>$""")]
    private static partial Regex AllowedTag();
}
