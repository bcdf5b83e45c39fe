using System.Text.Json;

namespace DcCourseIndex.Catalog.Courses;

/// <summary>Says in a sentence for people what is wrong with a line of JSON; names of the program's own types stay out.</summary>
public static class JsonTrouble
{
    /// <summary>The sentence: what is missing, what stands where, or that it is no JSON at all.</summary>
    public static string Say(JsonException wrong)
    {
        if (wrong.Message.Contains("missing required properties", StringComparison.Ordinal))
        {
            return $"Missing: {string.Join(", ", wrong.Message.Split('\'').Where((_, place) => place % 2 == 1).Skip(1))}.";
        }

        // The converters of the wire values already speak to people.
        if (wrong.Message.StartsWith('«'))
        {
            return $"At {wrong.Path}: {wrong.Message}";
        }

        return wrong.Path is { } path && wrong.Message.Contains("could not be converted", StringComparison.Ordinal)
            ? $"The value at {path} is of another kind than it must be (a text, a number, a list)."
            : $"This is not JSON from character {wrong.BytePositionInLine + 1} on.";
    }
}
