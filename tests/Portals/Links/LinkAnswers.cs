using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.Portals.Links;

/// <summary>What the hosts of the link site answer: a function of host, page and night.</summary>
internal sealed class LinkAnswers(Action<TimeSpan> letPass)
{
    private static readonly Dictionary<(LinkHostKind Host, string Path), LinkPage> Pages = LinkPages.All.ToDictionary(page => (page.Host, page.Path));

    public async Task AnswerAsync(HttpContext context, LinkHostKind host, int night)
    {
        var path = context.Request.Path.Value!;
        if (host == LinkHostKind.DownTwoNights && night is 4 or 5)
        {
            context.Abort();
        }
        else if (path == "/robots.txt")
        {
            await SayAsync(context, 200, "User-agent: *\nDisallow: /closed/\n", "text/plain");
        }
        else if (host == LinkHostKind.BusyTwoNights && night is 6 or 7)
        {
            await SayAsync(context, 503, Html("Технічні роботи", "<h1>Технічні роботи</h1>"));
        }
        else if (host == LinkHostKind.MislaidFiveNights && night is >= 5 and <= 9)
        {
            await SayAsync(context, 404, Html("404", "<h1>Not Found</h1>"));
        }
        else if (Pages.TryGetValue((host, path), out var page))
        {
            await PageAsync(context, page, night);
        }
        else
        {
            await OtherAsync(context, host, path);
        }
    }

    private static Task OtherAsync(HttpContext context, LinkHostKind host, string path) => path switch
    {
        _ when host == LinkHostKind.Scripted => SayAsync(context, 200, Shell),
        "/" or "/uk/" => SayAsync(context, 200, Html("Вигаданий портал", "<h1>Вигаданий портал</h1><p>Усі курси порталу на одній сторінці.</p>")),
        "/login/index.php" => SayAsync(context, 200, Html("Вхід", "<h1>Вхід на портал</h1><form><input name=\"user\"></form>")),
        "/search" => SayAsync(context, 200, Html("Пошук", "<h1>Пошук курсів</h1><p>Введіть слово.</p>")),
        _ when Twin(host, path) is { } page => SayAsync(context, 200, Course(page)),
        _ when host == LinkHostKind.Soft => SayAsync(context, 200, Generic),
        _ => SayAsync(context, 404, Html("404", "<h1>Сторінку не знайдено</h1>")),
    };

    // Where redirects of a page lead: beside it, under another form of its address.
    private static LinkPage? Twin(LinkHostKind host, string path)
    {
        var plain = path.StartsWith("/uk/", StringComparison.Ordinal) ? path[3..] : path;
        plain = plain.TrimEnd('/').Replace("/new-place/", "/courses/", StringComparison.Ordinal).Replace("-upper", "-Upper", StringComparison.Ordinal);
        return Pages.GetValueOrDefault((host, plain));
    }

    private Task PageAsync(HttpContext context, LinkPage page, int night)
    {
        var behaviour = page.IsGone && night < page.FromNight ? LinkBehaviour.Well : page.Behaviour;
        // One night in five, another one for each page: never the same twice.
        var bad = (page.Number + night) % 5 == 0;
        return behaviour switch
        {
            LinkBehaviour.WellUnderAnotherTitle => SayAsync(context, 200, Course(page, "Онлайн-навчання, набір триває")),
            LinkBehaviour.SlashRedirect => GoAsync(context, 301, page.Path + "/"),
            LinkBehaviour.CaseRedirect => GoAsync(context, 301, page.Path.ToLowerInvariant()),
            LinkBehaviour.LanguageRedirect => GoAsync(context, 302, "/uk" + page.Path),
            LinkBehaviour.MovedForGood => GoAsync(context, 301, page.Path.Replace("/courses/", "/new-place/", StringComparison.Ordinal)),
            LinkBehaviour.MovedForNow => GoAsync(context, 302, page.Path.Replace("/courses/", "/new-place/", StringComparison.Ordinal)),
            LinkBehaviour.AbsentNowAndThen when bad || night is 3 or 4 => SayAsync(context, 404, Html("404", "<h1>Not Found</h1>")),
            LinkBehaviour.BusyNowAndThen when bad => Busy(context),
            LinkBehaviour.BrokenNowAndThen when bad => SayAsync(context, 500, Html("500", "<h1>Error</h1>")),
            LinkBehaviour.SlowNowAndThen when bad => SlowAsync(context),
            LinkBehaviour.ForbiddenToRobots => SayAsync(context, 403, Html("403 Forbidden", "<h1>Forbidden</h1>")),
            LinkBehaviour.Wall403 => Wall(context, 403),
            LinkBehaviour.Wall503 => Wall(context, 503),
            LinkBehaviour.Wall200 => SayAsync(context, 200, Html("Перевірка", "<div class=\"g-recaptcha\"></div><p>Підтвердіть, що ви не робот.</p>")),
            LinkBehaviour.AlwaysBusy => Busy(context),
            LinkBehaviour.HeadForbidden when HttpMethods.IsHead(context.Request.Method) => SayAsync(context, 405, ""),
            LinkBehaviour.Shell => SayAsync(context, 200, Shell),
            LinkBehaviour.LoginRedirect => GoAsync(context, 303, "/login/index.php"),
            LinkBehaviour.Circle => GoAsync(context, 302, page.Path + "?again=1"),
            LinkBehaviour.CookieRedirect when !context.Request.Headers.Cookie.ToString().Contains("seen=1", StringComparison.Ordinal) => CookieAsync(context, page),
            LinkBehaviour.HangsUp => HangUp(context),
            LinkBehaviour.AbsentToRobots or LinkBehaviour.NotFound => SayAsync(context, 404, Html("404", "<h1>Not Found</h1>")),
            LinkBehaviour.Gone => SayAsync(context, 410, Html("410", "<h1>Gone</h1>")),
            LinkBehaviour.SoftInUkrainian => SayAsync(context, 200, Html("Вигаданий портал", "<h1>Сторінку не знайдено</h1><p>Можливо, курс видалено.</p>")),
            LinkBehaviour.SoftInEnglish => SayAsync(context, 200, Html("Page not found – invented portal", "<p>Try the search.</p>")),
            LinkBehaviour.SoftWithoutWords => SayAsync(context, 200, Generic),
            LinkBehaviour.SoftWithNewWords => SayAsync(context, 200, Course(page with { Number = page.Number + (night * 7) }, "Радимо сьогодні")),
            LinkBehaviour.ToFrontPage => GoAsync(context, 302, page.Number % 2 == 0 ? "/" : "/uk/"),
            LinkBehaviour.ToSearch => GoAsync(context, 301, "/search?q=" + page.Number.ToString(CultureInfo.InvariantCulture)),
            _ => SayAsync(context, 200, Course(page)),
        };
    }

    private const string Shell = "<!doctype html><html><head><title>Вигаданий портал</title><script>var courses = 1;</script></head><body><div id=\"root\"></div></body></html>";

    private static string Generic => Html("Вигаданий портал курсів", "<h1>Вітаємо на порталі</h1><p>" + string.Concat(Enumerable.Repeat("Тут можна навчатися безкоштовно і в зручний час. ", 12)) + "</p>");

    private static string Course(LinkPage page, string? title = null) => Html(
        title ?? page.Title,
        $"<h1>{title ?? page.Title}</h1><p>Опис вигаданого курсу: {string.Concat(Enumerable.Repeat($"тема {(char)('а' + (page.Number % 26))}{(char)('а' + (page.Number / 26 % 26))} ", 30))}</p>");

    private static string Html(string title, string body) => $"<!doctype html><html lang=\"uk\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body>{body}</body></html>";

    private static Task Wall(HttpContext context, int status)
    {
        context.Response.Headers["cf-mitigated"] = "challenge";
        return SayAsync(context, status, Html("Just a moment...", "<p>Enable JavaScript and cookies to continue</p><script>window._cf_chl_opt={}</script>"));
    }

    private static Task Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "3600";
        return SayAsync(context, 429, "");
    }

    private static Task CookieAsync(HttpContext context, LinkPage page)
    {
        context.Response.Headers.SetCookie = "seen=1; path=/";
        return GoAsync(context, 302, page.Path);
    }

    private static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    // Longer than anybody waits; the visitor gives up on its own clock.
    private async Task SlowAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var left = context.RequestAborted.Register(gone.SetResult);
        letPass(TimeSpan.FromMinutes(2));
        await gone.Task;
    }

    private static Task GoAsync(HttpContext context, int status, string to)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private static async Task SayAsync(HttpContext context, int status, string body, string type = "text/html; charset=utf-8")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
        }
    }
}
