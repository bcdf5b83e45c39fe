using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Desk;
using DcCourseIndex.SearchApi.Problems;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>A new portal by its address: the crawl role looks at it and proposes a source file, somebody approves it, and takes it back.</summary>
internal sealed class PortalPages(DeskRequests requests, AddedSources added)
{
    private const int LongestAddress = 500;

    public void Map(DeskRoutes desk)
    {
        desk.Read("/desk/portals", AllAsync);
        desk.Read("/desk/portals/{id:long}", OneAsync);
        desk.Write("/desk/portals", AskAsync);
    }

    private async Task<IResult> AllAsync(DeskCall call) => PageAnswers.Of<PortalsPage>(new PortalsView(
        call.Desk, await requests.NewestAsync([DeskRequests.Look], 20, call.Ct), await added.ListAsync(call.Ct), await requests.NewestAsync([DeskRequests.AddSource, DeskRequests.DropSource], 10, call.Ct)));

    private async Task<IResult> OneAsync(DeskCall call)
    {
        var number = DeskForm.Number(call.Http.Request.RouteValues["id"]?.ToString() ?? "");
        if (await requests.FindAsync(number, DeskRequests.Look, call.Ct) is not { } look)
            return PageAnswers.Problem(call.Http, ApiProblem.OfStatus(StatusCodes.Status404NotFound));
        var name = look.Answered?.Portal?.Name;
        return PageAnswers.Of<PortalPage>(new PortalView(call.Desk, look)
        {
            Added = (await added.ListAsync(call.Ct)).FirstOrDefault(source => source.Name == name),
            Requests = [.. (await requests.NewestAsync([DeskRequests.AddSource, DeskRequests.DropSource, DeskRequests.Harvest], 30, call.Ct))
                .Where(request => request.Asked.Request == number || (name is not null && request.Asked.By is not null && request.Asked.Sources.Contains(name)))],
        });
    }

    private async Task<IResult> AskAsync(DeskCall call, DeskForm form)
    {
        var order = form.Act switch
        {
            "look" when form["address"].Trim() is { Length: > 0 and <= LongestAddress } address => new AskedWork { Verb = DeskRequests.Look, Address = address },
            "approve" => new() { Verb = DeskRequests.AddSource, Request = DeskForm.Number(form.About) },
            "drop" => new() { Verb = DeskRequests.DropSource, Sources = [form.About] },
            "harvest" => new() { Verb = DeskRequests.Harvest, Sources = [form.About] },
            _ => null,
        };
        if (order is null)
            return call.Go("/desk/portals");
        var asked = await requests.AskAsync(order with { By = call.By }, quick: order.Verb is DeskRequests.AddSource or DeskRequests.DropSource, call.Ct);
        return order.Verb == DeskRequests.Look ? call.Go($"/desk/portals/{asked.Row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}", ("did", DeskDeeds.Asked)) : call.Back(form["back"], ("did", DeskDeeds.Asked));
    }
}
