using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Desk;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Everything that was said and done, newest first, each verdict with its undo.</summary>
internal sealed class HistoryPages(VerdictLedger ledger, DeskRequests requests, Frameworks frameworks)
{
    private const int Shown = 50;
    private const int RequestsShown = 30;

    public void Map(DeskRoutes desk) => desk.Read("/desk/history", AnswerAsync,
        new("by", "Only what was signed with this name.") { MayBeEmpty = true },
        new("before", "Only verdicts before the one with this id.") { Range = (1, int.MaxValue) });

    private async Task<IResult> AnswerAsync(DeskCall call)
    {
        long? before = call.Query("before") is { } id ? DeskForm.Number(id) : null;
        var found = await ledger.NewestAsync(new(By: call.Query("by"), Limit: Shown + 1), before, call.Ct);
        return PageAnswers.Of<HistoryPage>(new HistoryView(call.Desk, frameworks.DigComp22, [.. found.Take(Shown)])
        {
            By = call.Query("by"),
            Next = found.Count > Shown ? found[Shown - 1].Id : null,
            Requests = before is not null ? [] :
            [
                .. (await requests.NewestAsync([DeskRequests.Accept, DeskRequests.Discard, DeskRequests.Join, DeskRequests.Split, DeskRequests.Look, DeskRequests.AddSource, DeskRequests.DropSource], RequestsShown, call.Ct))
                    .Where(request => call.Query("by") is not { } by || request.Asked.By == by),
            ],
        });
    }
}
