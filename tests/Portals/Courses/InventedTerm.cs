namespace DcCourseIndex.Portals.Courses;

/// <summary>A category or tag of an invented WordPress site; <paramref name="Taxonomy"/> is <c>category</c> or <c>post_tag</c>.</summary>
public sealed record InventedTerm(int Id, string Name, string Slug, string Taxonomy = "category", int Parent = 0);
