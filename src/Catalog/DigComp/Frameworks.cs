namespace DcCourseIndex.Catalog.DigComp;

/// <summary>The frameworks that the service speaks, DigComp 2.2 first.</summary>
public sealed class Frameworks(IEnumerable<Framework> frameworks)
{
    public const string Default = "digcomp-2.2";

    public IReadOnlyList<Framework> All { get; } = [.. frameworks];

    public Framework DigComp22 => this[Default];

    /// <summary>The framework of that name; <see cref="KeyNotFoundException"/> where there is none.</summary>
    public Framework this[string id] => Find(id) ?? throw new KeyNotFoundException($"No framework «{id}».");

    public Framework? Find(string id) => All.FirstOrDefault(framework => framework.Id == id);

    /// <summary>The codes of a framework that a DigComp 2.2 code is part of; the code itself for DigComp 2.2.</summary>
    public IReadOnlyList<string> FromDigComp22(string framework, string code) =>
        framework == Default
            ? [code]
            : [.. this[framework].ToDigComp22.Where(pair => pair.Value.Contains(code)).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
}
