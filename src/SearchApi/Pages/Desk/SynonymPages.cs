using DcCourseIndex.SearchApi.Desk;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>Expressions that mean the same: edited, tried on what people ask, saved where the file can be written.</summary>
internal sealed class SynonymPages(SynonymFile file, SynonymDesk trial)
{
    public void Map(DeskRoutes desk)
    {
        desk.Read("/desk/synonyms", async call => PageAnswers.Of<SynonymsPage>(View(call, await file.ReadAsync(call.Ct), null)));
        desk.Write("/desk/synonyms", ActAsync);
    }

    private async Task<IResult> ActAsync(DeskCall call, DeskForm form)
    {
        var text = form["rings"];
        if (file.Path is null || text.Length > SynonymFile.Longest)
            return PageAnswers.Of<SynonymsPage>(View(call with { Desk = call.Desk with { Wrong = file.Path is null ? "This service was started without a folder of words." : $"The text has at most {SynonymFile.Longest} characters." } }, "", null), StatusCodes.Status400BadRequest);
        if (form.Act == "back")
            return await file.GoBackAsync(call.Ct) ? call.Go("/desk/synonyms", ("did", DeskDeeds.WentBack)) : PageAnswers.Of<SynonymsPage>(View(call, await file.ReadAsync(call.Ct), null) with { Unwritable = true });
        var tried = await trial.TryAsync(text, call.Ct);
        if (tried.Lonely.Count > 0)
            return PageAnswers.Of<SynonymsPage>(View(call, text, tried), StatusCodes.Status400BadRequest);
        return form.Act != "save" ? PageAnswers.Of<SynonymsPage>(View(call, text, tried))
            : await file.SaveAsync(tried.Written, call.Ct) ? call.Go("/desk/synonyms", ("did", DeskDeeds.SavedSynonyms))
            : PageAnswers.Of<SynonymsPage>(View(call, text, tried) with { Unwritable = true });
    }

    private SynonymsView View(DeskCall call, string text, TriedSynonyms? tried) => new(call.Desk, text, tried) { File = file.Path, HasEarlier = file.HasEarlier };
}
