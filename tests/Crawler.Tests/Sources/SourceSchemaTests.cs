using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Keys;
using DcCourseIndex.Crawler.Sources.Yaml;
using NJsonSchema;
using NJsonSchema.Validation;

namespace DcCourseIndex.Crawler.Tests.Sources;

public sealed partial class SourceSchemaTests
{
    private static readonly string[] Platforms = [.. AllPlatforms.Create(_ => null).Select(platform => platform.Name)];
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromJsonAsync(SourceSchema.Text(Platforms));

    public static TheoryData<string> Shipped => [.. Files("config/sources").Concat(Files("config/demo/sources"))];

    [Fact]
    public void The_schema_beside_the_documents_is_that_of_the_program() =>
        Assert.True(
            File.ReadAllText(Path.Combine(Workspace.Root, "docs", "source.schema.json")) == SourceSchema.Text(Platforms),
            "docs/source.schema.json is not what `dccourseindex config --schema source` writes; write it anew.");

    [Theory, MemberData(nameof(Shipped))]
    public async Task Every_shipped_file_fits_the_schema(string file) =>
        Assert.Empty(await Judged(await File.ReadAllTextAsync(Path.Combine(Workspace.Root, file))));

    [Theory]
    [InlineData("shedule: x")]
    [InlineData("enabled: \"true\"")]
    [InlineData("language: Ukrainian")]
    [InlineData("token: abcdef")]
    [InlineData("politeness: { delays: 3s }")]
    [InlineData("politeness: { atOnce: many }")]
    [InlineData("permission: { date: 2026-11-20 }")]
    [InlineData("permission: { state: grated }")]
    [InlineData("export: { image: none, description: ful }")]
    [InlineData("categories: { a: b }")]
    [InlineData("recipe: { fixed: { price: free } }")]
    public async Task What_the_reader_refuses_an_editor_shows(string line)
    {
        const string good = "name: Портал\nplatform: moodle\naddress: https://dl.example.edu.ua\n";
        using var folder = new SourceFolder();
        Assert.Empty(await Judged(good));
        Assert.NotEmpty(await Judged(good + line));
        Assert.NotEmpty(folder.With("portal.yml", good + line).Load().Problems);
    }

    [Theory]
    [InlineData("recipe: { list: { at: /, items: li, fields: { titel: h3 } } }")]
    [InlineData("recipe: { order: [sitmap] }")]
    [InlineData("recipe: { list: { at: /, items: li, page: { stop: never } } }")]
    [InlineData("recipe: { list: { at: /, items: li, fields: { title: { selct: h3 } } } }")]
    [InlineData("recipe: { fixed: { price: gratis } }")]
    public async Task A_recipe_is_described_to_its_last_key(string line)
    {
        const string good = "name: Портал\nplatform: recipe\naddress: https://portal.example\n";
        Assert.Empty(await Judged(good + "recipe: { list: { at: /, items: li, fields: { title: [h3, { select: a, take: title }], url: a } } }"));
        Assert.NotEmpty(await Judged(good + line));
    }

    [Fact]
    public async Task Only_what_is_not_enabled_may_lack_its_address()
    {
        Assert.NotEmpty(await Judged("name: П\nplatform: moodle\n"));
        Assert.Empty(await Judged("name: П\nplatform: moodle\nenabled: false\n"));
    }

    [Fact]
    public void Editors_find_the_schema_by_the_first_line_of_a_file()
    {
        var lines = Files("config/sources").Select(file => (File: file, Named: SchemaLine().Match(File.ReadAllText(Path.Combine(Workspace.Root, file))))).Where(line => line.Named.Success).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(File.Exists(Path.Combine(Workspace.Root, Path.GetDirectoryName(line.File)!, line.Named.Groups[1].Value)), line.File));
    }

    [Fact]
    public void Every_key_says_in_one_sentence_what_it_means()
    {
        var keys = All(SourceKeys.All).Concat(RecipeKeys.Way).ToList();
        Assert.All(keys, key => Assert.Matches(@"^\S.{5,}\.\z", key.Meaning));
        Assert.True(keys.Count > 80, $"{keys.Count} keys");
    }

    private static IEnumerable<SourceKey> All(IEnumerable<SourceKey> keys) => keys.SelectMany(key => All(key.Inner).Prepend(key));

    private static async Task<ICollection<ValidationError>> Judged(string yaml)
    {
        var problems = new List<ConfigProblem>();
        var entries = YamlTree.Read(yaml, "portal.yml", problems);
        Assert.Empty(problems);
        return (await Schema).Validate(Mapping(entries!).ToJsonString());
    }

    // As YAML 1.2 reads it, in its core schema, which editors use.
    private static JsonNode? Node(YamlValue value) => value switch
    {
        { Entries: { } entries } => Mapping(entries),
        { Items: { } items } => new JsonArray([.. items.Select(Node)]),
        { IsEmpty: true } => null,
        { Quoted: false, Text: "true" or "false" } => JsonValue.Create(value.Text == "true"),
        { Quoted: false } when long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(value.Text),
    };

    private static JsonObject Mapping(IEnumerable<YamlEntry> entries) => new(entries.Select(entry => KeyValuePair.Create(entry.Key, Node(entry.Value))));

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(Workspace.Root, folder), "*.yml").Select(file => Path.GetRelativePath(Workspace.Root, file)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\A# yaml-language-server: \$schema=(\S+)")]
    private static partial Regex SchemaLine();
}
