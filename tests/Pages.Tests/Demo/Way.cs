namespace DcCourseIndex.Pages.Tests.Demo;

/// <summary>How somebody uses a page.</summary>
public enum Way
{
    Mouse,
    Keyboard,

    /// <summary>With the mouse, in a browser that runs no scripts.</summary>
    Plain,
}
