using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.Catalog.Ledger;

/// <summary>Reads the wire names that stand in columns.</summary>
internal static class StoredName
{
    public static T Of<T>(string name) where T : struct, Enum => Wire.TryParse<T>(name, out var value)
        ? value
        : throw new InvalidDataException($"The store says «{name}» where one of {string.Join(", ", Wire.All<T>())} must stand. Restore a backup.");
}
