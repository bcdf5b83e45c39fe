using DcCourseIndex.Crawler.Platforms;
using DcCourseIndex.Crawler.Sources;
using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Tests.Sources;

public sealed class RecipeFilesTests : IDisposable
{
    private const string Head = "name: Портал\nplatform: recipe\naddress: https://portal.example\n";
    private static readonly IReadOnlySet<string> Platforms = AllPlatforms.Create(_ => null).Select(platform => platform.Name).ToHashSet();
    private readonly SourceFolder folder = new();

    [Fact]
    public void A_full_recipe_is_read_to_the_last_key()
    {
        var recipe = Read("""
            recipe:
              order: [sitemap, json-ld, html]
              links: ["/course/*", "!/course/*/*", "https://study.example/*"]
              list:
                at: [/courses/, /webinars/]
                items: [.card, article]
                total: .total
                page: { at: "/courses/page/{}/", first: 2, step: 3, stop: [missing, empty] }
                fields:
                  title: [h3, { closest: a, take: title }, { value: Без назви }]
                  url: { select: a, take: data-href, match: '^[^?]+', as: "{}/", split: "," }
                  price: { select: .price, words: { Безкоштовно: free, грн: paid } }
                  instances: { items: [.run], start: .from, end: .to }
              detail:
                at: /api/{id}
                labels: { rows: dl dt, value: next }
                fields: { duration: { label: Тривалість } }
              fixed: { language: uk, price: free, subjects: [Цифрова грамотність] }
            """);
        Assert.Equal(["sitemap", "json-ld", "html"], recipe.Order);
        Assert.True(recipe is { UsesSitemap: true, UsesLinkedData: true, LinkedDataFirst: true, AsksForPages: true });
        Assert.Equal(["/courses/", "/webinars/"], recipe.List!.At);
        Assert.Equal(("/courses/page/{}/", 2, 3), (recipe.List.Page!.At, recipe.List.Page.First, recipe.List.Page.Step));
        Assert.Equal(["missing", "empty"], recipe.List.Page.Stop);
        Assert.Equal([WayKind.Select, WayKind.Closest, WayKind.Value], recipe.List.Fields.Ways["title"].Select(way => way.Kind));
        var url = Assert.Single(recipe.List.Fields.Ways["url"]);
        Assert.Equal(("data-href", "^[^?]+", "{}/", ","), (url.Take, url.Match!.ToString(), url.As, url.Split));
        Assert.Equal(["Безкоштовно", "грн"], recipe.List.Fields.Ways["price"][0].Words.Select(word => word.Key));
        Assert.Equal([".run"], recipe.List.Fields.Runs);
        Assert.Equal(["end", "start"], recipe.List.Fields.Dates!.Keys.Order());
        Assert.Equal(new RecipeLabels("dl dt", null, "next"), recipe.Detail!.Labels);
        Assert.Equal(WayKind.Label, recipe.Detail.Fields.Ways["duration"][0].Kind);
        Assert.Equal(["uk"], recipe.Fixed["language"]);
    }

    [Fact]
    public void A_recipe_for_json_reads_paths_marks_and_changes()
    {
        var recipe = Read("""
            recipe:
              list:
                format: json
                at: /api/courses?limit=100
                items: [data.courses, $]
                total: meta['total.count']
                page: { parameter: start, mark: paging.next }
                changes: { parameter: since, as: "gte {}", days: 7 }
                fields:
                  title: name
                  url: { path: slug, as: "https://portal.example/c/{}" }
                  publisher: { path: "partners[]", lookup: { in: "linked['partners.v1']", by: id, give: name } }
            """);
        Assert.Equal(["json"], recipe.Order);
        Assert.True(recipe is { AsksForPages: false, List.IsJson: true });
        Assert.Equal(new RecipeChanges("since", "gte {}", 7), recipe.List!.Changes);
        Assert.Equal("paging.next", Assert.Single(recipe.List.Page!.Mark).Place);
        Assert.Equal(new RecipeLookup("linked['partners.v1']", "id", "name"), recipe.List.Fields.Ways["publisher"][0].Lookup);
    }

    [Theory]
    [InlineData("list: { at: /, items: li, fields: { title: h3, url: a, titel: h4 } }", 5, "did you mean «title»")]
    [InlineData("list: { at: /, items: li, fields: { title: \"h3[\", url: a } }", 5, "no CSS selector")]
    [InlineData("list: { at: /, items: \"li:::\", fields: { title: h3, url: a } }", 5, "no CSS selector")]
    [InlineData("list: { at: /, items: li, fields: { title: { take: title }, url: a } }", 5, "needs one of select, closest, label")]
    [InlineData("list: { at: /, items: li, fields: { title: { select: a, closest: b }, url: a } }", 5, "only one")]
    [InlineData("list: { at: /, items: li, fields: { title: { path: name }, url: a } }", 5, "for JSON")]
    [InlineData("list: { at: /, items: li, fields: { title: { label: Назва }, url: a } }", 5, "needs labels:")]
    [InlineData("list: { at: /, items: li, fields: { title: { select: a, match: \"(?<=x)y\" }, url: a } }", 5, "time has no bound")]
    [InlineData("list: { at: /, items: li, fields: { title: { select: a, match: \"(a)\\\\1\" }, url: a } }", 5, "time has no bound")]
    [InlineData("list: { at: /, items: li, fields: { title: { select: a, match: \"(\" }, url: a } }", 5, "no regular expression")]
    [InlineData("list: { at: /, items: li, fields: { title: , url: a } }", 5, "says not where it stands")]
    [InlineData("list: { at: /, items: li, fields: { title: h3, url: a, price: { select: b, lookup: { in: x, by: y, give: z } } } }", 5, "lookup» is for JSON")]
    [InlineData("list: { at: /, items: li, fields: { title: h3 } }", 4, "no field «url»")]
    [InlineData("list: { at: /, items: li, fields: { url: a } }", 4, "no field «title»")]
    [InlineData("list: { items: li, fields: { title: h3, url: a } }", 5, "lacks at:")]
    [InlineData("list: { at: \"https://portal.example/courses\", items: li, fields: { title: h3, url: a } }", 5, "full address")]
    [InlineData("list: { at: /, fields: { title: h3, url: a } }", 5, "lacks items:")]
    [InlineData("list: { at: /, items: li, next: a, page: { parameter: p }, fields: { title: h3, url: a } }", 5, "two rules")]
    [InlineData("list: { at: /, items: li, page: { first: 2 }, fields: { title: h3, url: a } }", 5, "parameter: or at:")]
    [InlineData("list: { at: /, items: li, page: { at: /page/ }, fields: { title: h3, url: a } }", 5, "holds no {}")]
    [InlineData("list: { at: /, items: li, page: { parameter: p, stop: [emty] }, fields: { title: h3, url: a } }", 5, "perhaps «empty»")]
    [InlineData("list: { format: json, at: /, items: \"a..b\", fields: { title: h3, url: a } }", 5, "no path in JSON")]
    [InlineData("list: { format: json, at: /, items: $, fields: { title: { path: n, lookup: { in: x } }, url: a } }", 5, "needs in:, by: and give:")]
    [InlineData("order: [sitemap]\n  detail: { fields: { title: h1 } }", 4, "say under links:")]
    [InlineData("order: [json-ld]\n  list: { at: /, items: li, fields: { title: h3, url: a } }", 4, "leaves out the list")]
    [InlineData("links: [course]\n  list: { at: /, items: li, fields: { title: h3, url: a } }", 5, "«course»")]
    [InlineData("detail: { fields: { title: h1 } }", 4, "says not where the courses are listed")]
    [InlineData("list: { at: /, items: li, fields: { title: h3, url: a } }\n  fixed: { price: gratis }", 6, "«price: gratis» is not known")]
    [InlineData("list: { at: /, items: li, fields: { title: h3, url: a } }\n  fixed: { language: ukr }", 6, "write language: uk")]
    [InlineData("list: { at: /, items: li, fields: { title: h3, url: a } }\n  detail: { labels: { name: b } }", 6, "lacks rows:")]
    public void A_slip_in_a_recipe_is_named_with_its_line_and_remedy(string inner, int line, string remedy)
    {
        var set = Load($"{Head}recipe:\n  {inner}\n");
        Assert.Empty(set.Sources);
        var problem = Assert.Single(set.Problems);
        Assert.Contains(remedy, problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void The_examples_of_the_documentation_are_read()
    {
        var blocks = File.ReadAllText(Path.Combine(Workspace.Root, "docs", "recipes.md")).Split("```yaml\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]).Where(block => block.Contains("recipe:", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, blocks.Count);
        Assert.All(blocks, block => Assert.Empty(Load(block.StartsWith("name:", StringComparison.Ordinal) ? block : Head + block).Problems));
    }

    [Fact]
    public void A_recipe_is_for_its_own_platform_only()
    {
        var problem = Assert.Single(Load("name: П\nplatform: moodle\naddress: https://portal.example\nrecipe: { list: { at: /, items: li, fields: { title: h3, url: a } } }\n").Problems);
        Assert.Equal(4, problem.Line);
        Assert.Contains("platform recipe only", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_source_that_is_not_enabled_may_lack_its_recipe()
    {
        Assert.Contains("«recipe:» is missing", Assert.Single(Load(Head).Problems).Message, StringComparison.Ordinal);
        Assert.Empty(Load(Head + "enabled: false\n").Problems);
    }

    [Theory]
    [InlineData("a.b", 2)]
    [InlineData("$", 0)]
    [InlineData("$.a", 1)]
    [InlineData("[0].a", 2)]
    [InlineData("a[].b[*].c[12]", 6)]
    [InlineData("a['b.c'].d", 3)]
    [InlineData("a[\"b c\"]", 2)]
    [InlineData("", null)]
    [InlineData("a.", null)]
    [InlineData("a[b]", null)]
    [InlineData("a b", null)]
    [InlineData("a['b]", null)]
    public void Paths_in_json_are_read_step_by_step(string path, int? steps) => Assert.Equal(steps, JsonPath.Parse(path)?.Steps.Count);

    private SourceRecipe Read(string recipe)
    {
        var set = Load(Head + recipe);
        Assert.Empty(set.Problems);
        return Assert.Single(set.Sources).Recipe!;
    }

    private SourceSet Load(string text) => SourceFiles.Load(folder.With("portal.yml", text).Path, Platforms);

    public void Dispose() => folder.Dispose();
}
