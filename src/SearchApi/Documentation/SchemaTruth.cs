using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DcCourseIndex.SearchApi.Answers;
using DcCourseIndex.SearchApi.Classify;
using Microsoft.OpenApi;

namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>Corrects the generator's schemas where the program writes and reads something else than its types alone tell.</summary>
internal static class SchemaTruth
{
    public static void Apply(OpenApiSchema schema, JsonTypeInfo type)
    {
        // What may be absent counts as having elements too, and is described by the one schema that it shares with what may not.
        var named = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (named.IsEnum)
            Name(schema, named, type.Options);
        else if (type.ElementType is { IsEnum: true } element && schema.Items is null)
        {
            var one = new OpenApiSchema();
            Name(one, element, type.Options);
            schema.Items = one;
        }
        Bound(schema, named);
        // What is null is not sent, unless the member says otherwise.
        foreach (var member in type.Properties.Where(member => member.IsGetNullable && member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) != true))
            schema.Required?.Remove(member.Name);
        // «fields» and the changes leave members out.
        if (type.Type == typeof(CourseItem))
            schema.Required = new HashSet<string> { "id" };
        // No text is longer than the body that it comes in.
        if (type.Type == typeof(ClassifyListing))
            foreach (var text in schema.Properties?.Values.OfType<OpenApiSchema>() ?? [])
                text.MaxLength = ClassifyBody.MostBytes;
    }

    // The wire names of an enumeration, which its converter hides from the generator.
    private static void Name(OpenApiSchema schema, Type type, JsonSerializerOptions json)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, json)!)];
    }

    private static void Bound(OpenApiSchema schema, Type type)
    {
        (schema.Minimum, schema.Maximum) =
            type == typeof(int) ? (Number(int.MinValue), Number(int.MaxValue))
            : type == typeof(long) ? (Number(long.MinValue), Number(long.MaxValue))
            : (schema.Minimum, schema.Maximum);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
