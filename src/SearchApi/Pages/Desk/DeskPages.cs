using DcCourseIndex.SearchApi.Desk;
using Microsoft.AspNetCore.Routing;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>All addresses of the desk.</summary>
internal sealed class DeskPages(
    DeskDoor door, DeskVerdicts verdicts, EntrancePages entrance, QueuePages queue, DeskCoursePages courses, HistoryPages history, DuplicatePages duplicates,
    HeldRunPages runs, PortalPages portals, SynonymPages synonyms, InboxPages inbox, DeskSourcePages sources)
{
    public void Map(IEndpointRouteBuilder pages)
    {
        var desk = new DeskRoutes(pages, door, verdicts);
        entrance.Map(pages, desk);
        queue.Map(desk);
        courses.Map(desk);
        history.Map(desk);
        duplicates.Map(desk);
        runs.Map(desk);
        portals.Map(desk);
        synonyms.Map(desk);
        inbox.Map(desk);
        sources.Map(desk);
    }
}
