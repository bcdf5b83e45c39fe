namespace DcCourseIndex.Portals.Courses;

/// <summary>The usual changes of a course between two harvests.</summary>
public static class ShelfChanges
{
    public static void Hide(this Shelf<InventedCourse> courses, string id) => courses.Change(id, course => course with { Hidden = true });

    public static void Rename(this Shelf<InventedCourse> courses, string id, string name) => courses.Change(id, course => course with { Name = name });
}
