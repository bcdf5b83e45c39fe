using System.Globalization;
using System.Text.RegularExpressions;

namespace DcCourseIndex.SearchApi.Tests.Metrics;

/// <summary>Reads the text for Prometheus strictly: every line is a comment of a known kind or a value with a number.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, double> values = new(StringComparer.Ordinal);

    public Exposition(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n')[..^1])
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
                continue;
            if (Type().Match(line) is { Success: true } type)
            {
                Assert.True(Types.TryAdd(type.Groups[1].Value, type.Groups[2].Value), $"Told twice: {line}");
                continue;
            }
            var value = Value().Match(line);
            Assert.True(value.Success, $"No line of the format: {line}");
            Assert.True(values.TryAdd(value.Groups[1].Value, Number(value.Groups[2].Value)), $"Told twice: {line}");
        }
    }

    /// <summary>Each metric with what it is.</summary>
    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, double> Values => values;

    public double this[string name] => values.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"{name} is none of {string.Join(", ", values.Keys)}");

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$", RegexOptions.CultureInvariant)]
    private static partial Regex Type();

    [GeneratedRegex("""^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*",?)+\})?) (\S+)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
