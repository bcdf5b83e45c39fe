using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Documentation;
using DcCourseIndex.SearchApi.Hosting;
using DcCourseIndex.SearchApi.Lists;
using DcCourseIndex.SearchApi.Parameters;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Lists;

/// <summary>The pages of lists. A list in an address needs no account and no cookie; one on the server is changed by whoever has its secret address.</summary>
internal sealed class ListPages(ListLedger ledger, ListBook book, NewLists keeping, Frameworks frameworks)
{
    private readonly ParameterSet plain = new([KnownParameters.Framework(frameworks), KnownParameters.Language]);
    private readonly ParameterSet secret = new([new("key", "The secret of a kept list.") { Required = true }, KnownParameters.Language]);

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapRead("/list", (HttpContext context, CancellationToken ct) => CheckedAsync(context, plain, frame => InAddressAsync<ListPage>(frame, ct))).NeedsIndex();
        pages.MapRead("/list/embed", (HttpContext context, CancellationToken ct) => CheckedAsync(context, plain, frame => InAddressAsync<ListEmbed>(Framed(frame, context), ct))).NeedsIndex();
        pages.MapPost("/list/add", (HttpContext context, CancellationToken ct) => CheckedAsync(context, plain, frame => AddAsync(frame, context.Request, ct))).NeedsIndex();
        pages.MapPost("/list", (HttpContext context, CancellationToken ct) => CheckedAsync(context, plain, frame => EditAsync(frame, context, ct))).NeedsIndex();
        pages.MapRead("/lists/{id}", (string id, HttpContext context, CancellationToken ct) => CheckedAsync(context, plain, frame => KeptAsync<ListPage>(id, frame, context, ct))).NeedsIndex();
        pages.MapRead("/lists/{id}/embed", (string id, HttpContext context, CancellationToken ct) => CheckedAsync(context, plain, frame => KeptAsync<ListEmbed>(id, Framed(frame, context), context, ct))).NeedsIndex();
        pages.MapRead("/lists/{id}/edit", (string id, HttpContext context, CancellationToken ct) => CheckedAsync(context, secret, frame => OpenAsync(id, context.Request.Query["key"]!, frame, context, ct))).NeedsIndex();
        pages.MapPost("/lists/{id}/edit", (string id, HttpContext context, CancellationToken ct) => CheckedAsync(context, plain, frame => ChangeAsync(id, frame, context, ct))).NeedsIndex();
    }

    private async Task<IResult> InAddressAsync<TPage>(PageFrame frame, CancellationToken ct) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        PageAnswers.Of<TPage>(await ViewAsync(frame, frame.List?.List ?? ChosenCourses.Empty, null, ct));

    private async Task<IResult> KeptAsync<TPage>(string id, PageFrame frame, HttpContext context, CancellationToken ct) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        await ledger.FindAsync(id, ct) is not { } kept ? PageAnswers.Problem(context, ApiProblem.UnknownList(id))
        : PageAnswers.Of<TPage>(new ListView(frame, kept.List, await book.ShowAsync(kept.List, frameworks.DigComp22, frame.Texts.Lang, ct)) { Id = id });

    private async Task<IResult> AddAsync(PageFrame frame, HttpRequest request, CancellationToken ct)
    {
        if (await ListForm.ReadAsync(request, ct) is not { } form || ListCode.Read(form["list"]) is not { } list)
            return await WrongAsync(frame, ChosenCourses.Empty, "list.wrong.form", ct);
        return ListCode.Write(book.With(list, form["id"])) is not { } code || list.Courses.Count >= ListRules.MostCourses
            ? await WrongAsync(frame, list, "list.wrong.full", ct)
            : TypedResults.Redirect($"{LocalAddress.Of(form["back"], code)}#{Uri.EscapeDataString(form["id"])}");
    }

    private async Task<IResult> EditAsync(PageFrame frame, HttpContext context, CancellationToken ct)
    {
        if (await ListForm.ReadAsync(context.Request, ct) is not { } form || ListCode.Read(form["list"]) is not { } list)
            return await WrongAsync(frame, ChosenCourses.Empty, "list.wrong.form", ct);
        var edited = form.Edited(list, book);
        if (ListRules.Objection(edited) is not null)
            return await WrongAsync(frame, list, "list.wrong.long", ct);
        if (form.Act == "keep")
        {
            var (made, refusal) = await keeping.KeepAsync(context, edited, ct);
            return made is not null ? TypedResults.Redirect(Edit(frame, made.Id, made.Secret)) : PageAnswers.Problem(context, refusal!);
        }

        return ListCode.Write(edited) is { } code
            ? TypedResults.Redirect(frame.Here.To("/list").Without(ListInHand.Parameter).With(ListInHand.Parameter, code).ToString())
            : await WrongAsync(frame, list, "list.wrong.full", ct);
    }

    private async Task<IResult> OpenAsync(string id, string key, PageFrame frame, HttpContext context, CancellationToken ct) =>
        Refusal(id, await ledger.OpenAsync(id, key, ct)) is { } refusal ? PageAnswers.Problem(context, refusal)
        : await ledger.FindAsync(id, ct) is not { } kept ? PageAnswers.Problem(context, ApiProblem.UnknownList(id))
        : PageAnswers.Of<ListPage>(new ListView(frame, kept.List, await book.ShowAsync(kept.List, frameworks.DigComp22, frame.Texts.Lang, ct)) { Id = id, Secret = key });

    private async Task<IResult> ChangeAsync(string id, PageFrame frame, HttpContext context, CancellationToken ct)
    {
        if (await ListForm.ReadAsync(context.Request, ct) is not { } form)
            return PageAnswers.Problem(context, ApiProblem.WrongListKey());
        var key = form["key"];
        if (Refusal(id, await ledger.OpenAsync(id, key, ct)) is { } refusal)
            return PageAnswers.Problem(context, refusal);
        if (form.Act == "remove")
        {
            await ledger.DeleteAsync(id, key, ct);
            return TypedResults.Redirect(frame.Here.To("/list").Only("lang").ToString());
        }

        var list = (await ledger.FindAsync(id, ct))?.List ?? ChosenCourses.Empty;
        var edited = form.Edited(list, book);
        if (ListRules.Objection(edited) is not null)
            return PageAnswers.Of<ListPage>(
                new ListView(frame, list, await book.ShowAsync(list, frameworks.DigComp22, frame.Texts.Lang, ct)) { Id = id, Secret = key, Wrong = frame.Texts["list.wrong.long"] }, StatusCodes.Status400BadRequest);
        return Refusal(id, await ledger.ReplaceAsync(id, key, book.Remembered(edited), ct)) is { } late
            ? PageAnswers.Problem(context, late)
            : TypedResults.Redirect(Edit(frame, id, key));
    }

    private async Task<ListView> ViewAsync(PageFrame frame, ChosenCourses list, string? wrong, CancellationToken ct) =>
        new(frame, list, await book.ShowAsync(list, frameworks.DigComp22, frame.Texts.Lang, ct)) { Wrong = wrong };

    private async Task<IResult> WrongAsync(PageFrame frame, ChosenCourses list, string text, CancellationToken ct) =>
        PageAnswers.Of<ListPage>(await ViewAsync(frame, list, frame.Texts[text], ct), StatusCodes.Status400BadRequest);

    private static string Edit(PageFrame frame, string id, string key) => frame.Here.To($"/lists/{id}/edit").Only("lang").With("key", key).ToString();

    private static ApiProblem? Refusal(string id, ListChange change) => change switch
    {
        ListChange.Done => null,
        ListChange.WrongSecret => ApiProblem.WrongListKey(),
        _ => ApiProblem.UnknownList(id),
    };

    // Other sites may show this page in a frame; it has no form and no secret.
    private static PageFrame Framed(PageFrame frame, HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors *";
        return frame;
    }

    private static async Task<IResult> CheckedAsync(HttpContext context, ParameterSet parameters, Func<PageFrame, Task<IResult>> page)
    {
        // The address may be a secret, and is the list itself: it stays with whoever has it.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return parameters.Refusal(SharedLinks.WithoutTags(context.Request)) is { } refusal ? PageAnswers.Problem(context, refusal) : await page(PageFrame.Of(context));
    }
}
