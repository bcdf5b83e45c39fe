using Microsoft.AspNetCore.Components;

namespace DcCourseIndex.SearchApi.Pages.Desk;

/// <summary>What stands around every page of the desk: its rooms, signing out, and what was just done.</summary>
public sealed partial class DeskShell
{
    private static readonly (string Path, string Text)[] Rooms =
    [
        ("/desk", "desk.overview"),
        ("/desk/queue", "desk.queue"),
        ("/desk/course", "desk.course"),
        ("/desk/mistakes", "desk.mistakes"),
        ("/desk/duplicates", "desk.duplicates"),
        ("/desk/runs", "desk.runs"),
        ("/desk/portals", "desk.portals"),
        ("/desk/synonyms", "desk.synonyms"),
        ("/desk/lists", "desk.lists"),
        ("/desk/sources", "desk.sources"),
        ("/desk/history", "desk.history"),
    ];

    [Parameter, EditorRequired]
    public required DeskFrame Desk { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    // A portal under review belongs to the room from which it was opened; the overview is above all rooms.
    private string? Current(string path) =>
        Desk.Frame.Here.Path == path ? "page"
        : path != Rooms[0].Path && Desk.Frame.Here.Path.StartsWith(path + "/", StringComparison.Ordinal) ? "true"
        : null;
}
