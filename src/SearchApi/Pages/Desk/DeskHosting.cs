using DcCourseIndex.SearchApi.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>The parts of the desk for the container.</summary>
internal static class DeskHosting
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<DeskDoor>()
        .AddSingleton<DeskVerdicts>()
        .AddSingleton<DeskRequests>()
        .AddSingleton<SynonymFile>()
        .AddSingleton<SynonymDesk>()
        .AddSingleton<EntrancePages>()
        .AddSingleton<QueuePages>()
        .AddSingleton<DeskCoursePages>()
        .AddSingleton<HistoryPages>()
        .AddSingleton<DuplicatePages>()
        .AddSingleton<HeldRunPages>()
        .AddSingleton<PortalPages>()
        .AddSingleton<SynonymPages>()
        .AddSingleton<InboxPages>()
        .AddSingleton<DeskSourcePages>()
        .AddSingleton<DeskPages>();
}
