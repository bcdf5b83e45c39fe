using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DcCourseIndex.Catalog.Courses;

namespace DcCourseIndex.SearchApi.Answers;

/// <summary>The members of an item that <c>fields</c> may name, and the JSON rule that writes only the selected ones.</summary>
internal static class ItemFields
{
    /// <summary>In the order in which they are written.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. typeof(CourseItem).GetProperties()
            .Where(property => property.Name != nameof(CourseItem.Selected))
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
    ];

    /// <summary>Sets the options of every answer to those of <see cref="Wire.Json"/>, and adds the selection.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = Wire.Json.DefaultIgnoreCondition;
        options.Encoder = Wire.Json.Encoder;
        options.NumberHandling = Wire.Json.NumberHandling;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Select);
    }

    private static void Select(JsonTypeInfo type)
    {
        if (type.Type != typeof(CourseItem))
            return;
        foreach (var property in type.Properties)
        {
            var known = property.ShouldSerialize;
            property.ShouldSerialize = (item, value) =>
                ((CourseItem)item).Selected?.Contains(property.Name) != false && (known?.Invoke(item, value) ?? value is not null);
        }
    }
}
