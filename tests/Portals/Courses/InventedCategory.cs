namespace DcCourseIndex.Portals.Courses;

/// <summary>A course category of an invented Moodle portal. <paramref name="Parent"/> is 0 at the top; a hidden one is 404 for visitors while its courses stay visible.</summary>
public sealed record InventedCategory(int Id, string Name, int Parent = 0, string Description = "", bool Hidden = false);
