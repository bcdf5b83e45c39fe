using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Desk;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What readers send in: mistakes that they report, and lists that they keep here.</summary>
internal sealed class InboxPages(MistakeReports mistakes, ListLedger lists)
{
    private const int Shown = 30;
    private const int ListsShown = 100;

    public void Map(DeskRoutes desk)
    {
        desk.Read("/desk/mistakes", MistakesAsync,
            new("state", "Reports in this state.") { Values = Wire.All<MistakeState>(), Default = "open" },
            new("before", "Only reports before the one with this id.") { Range = (1, int.MaxValue) });
        desk.Write("/desk/mistakes", SettleAsync);
        desk.Read("/desk/lists", async call => PageAnswers.Of<DeskListsPage>(new DeskListsView(call.Desk, await lists.NewestAsync(ListsShown, call.Ct), await lists.TakenDownAsync(call.Ct))));
        desk.Write("/desk/lists", TakeAsync);
    }

    private async Task<IResult> MistakesAsync(DeskCall call)
    {
        _ = Wire.TryParse<MistakeState>(call.Query("state") ?? "open", out var state);
        var found = await mistakes.ListAsync(state, call.Query("before") is { } before ? DeskForm.Number(before) : null, Shown + 1, call.Ct);
        return PageAnswers.Of<MistakesPage>(new MistakesView(call.Desk, state, [.. found.Take(Shown)], found.Count > Shown ? found[Shown - 1].Id : null));
    }

    private async Task<IResult> SettleAsync(DeskCall call, DeskForm form)
    {
        if (Wire.TryParse<MistakeState>(form.Act, out var state))
            await mistakes.SettleAsync(DeskForm.Number(form.About), state, call.By, call.Ct);
        return call.Back(form["back"], ("did", state == MistakeState.Open ? DeskDeeds.Reopened : DeskDeeds.Settled));
    }

    private async Task<IResult> TakeAsync(DeskCall call, DeskForm form)
    {
        var back = form.Act == "back";
        _ = back ? await lists.PutBackAsync(form.About, call.Ct) : form.Act == "take" && await lists.TakeDownAsync(form.About, call.Ct);
        return call.Go("/desk/lists", ("did", back ? DeskDeeds.PutBack : DeskDeeds.TakenDown));
    }
}
