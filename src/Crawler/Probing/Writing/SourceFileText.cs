using System.Globalization;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Probing.Writing;

/// <summary>Writes the source file of a new portal: what was found, what nobody knows, what to do next, then the keys. Pure.</summary>
internal static class SourceFileText
{
    // Alone among findings these say nothing about the way that was taken.
    private static readonly string[] Always = ["Whether the owner agrees: ask, and note the answer under permission:."];

    /// <param name="source">What is known of the portal whatever the way.</param>
    /// <param name="best">The way that the file takes.</param>
    /// <param name="findings">Everything that was asked.</param>
    /// <param name="on">The day of the look.</param>
    public static string Of(SourceDefinition source, ProbeFinding best, IReadOnlyList<ProbeFinding> findings, DateOnly on)
    {
        var draft = best.Draft!;
        string[] lines =
        [
            "# yaml-language-server: $schema=../../docs/source.schema.json",
            Comment($"{source.Title}: written by `dccourseindex new-source` on {on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; nobody has read it over yet."),
            "# What answered:",
            .. findings.Select(finding => Comment($"  {finding.Interface}: {finding.What} ({finding.Status}, {finding.Asked})")),
            Comment($"Taken: {best.Interface}."),
            "# What nobody knows yet:",
            .. draft.Unknown.Concat(Always).Select(sentence => Comment($"  {sentence}")),
            Comment($"Next: look with `dccourseindex check {source.Name}`, correct what it shows, ask the owner, then set enabled: true."),
            $"name: {YamlWriting.Quoted(source.Title)}",
            $"platform: {draft.Platform}",
            $"address: {YamlWriting.Quoted(Address(draft))}",
            $"language: {source.Language}",
            $"schedule: \"{Minute(source.Name)} 2 * * *\"",
            .. draft.Categories.Count > 0 ? [$"categories: [{string.Join(", ", draft.Categories.Select(YamlWriting.Quoted))}]"] : Array.Empty<string>(),
            $"politeness: {{ delay: {Delay(source.Politeness.Delay)} }}",
            "permission: { state: unknown }",
            .. source.AllowPrivateAddress ? ["allowPrivateAddress: true"] : Array.Empty<string>(),
            $"enabled: {(source.Enabled ? "true" : "false")}",
            .. draft.Recipe.Count > 0 ? ["recipe:", .. draft.Recipe] : Array.Empty<string>(),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static string Address(SourceDraft draft) => SourceValues.IsDocument(draft.Platform) ? draft.Address.AbsoluteUri : draft.Address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static string Comment(string text) => $"# {(text.StartsWith(' ') ? "  " : "")}{YamlWriting.OneLine(text)}";

    private static string Delay(TimeSpan delay) => delay.Milliseconds == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{delay.TotalSeconds:0}s")
        : string.Create(CultureInfo.InvariantCulture, $"{delay.TotalMilliseconds:0}ms");

    // So that not all new sources begin in the same minute.
    private static string Minute(string name) => (name.Sum(letter => letter) % 60).ToString(CultureInfo.InvariantCulture);
}
