using DcCourseIndex.Crawler.Sources.Keys;
using DcCourseIndex.Crawler.Sources.Yaml;

namespace DcCourseIndex.Crawler.Sources.Recipes;

/// <summary>Reads <c>recipe:</c> of a source file, noting everything that is wrong with it.</summary>
internal sealed class RecipeReader(string file, ICollection<ConfigProblem> problems)
{
    private static readonly string[] ListNeeds = ["at", "items"];
    private static readonly string[] LabelPlaces = ["rows", "name", "value"];

    /// <summary>As far as it could be read; null where the key is missing.</summary>
    public SourceRecipe? Read(YamlFields source)
    {
        if (source.Fields("recipe") is not { } fields) return null;
        var line = source.Line("recipe");
        var list = fields.Fields("list") is { } inner ? List(fields, inner) : null;
        var detail = fields.Fields("detail") is { } page ? Detail(page) : null;
        IReadOnlyList<string> order = fields.List("order") is { Count: > 0 } given ? given : [list is { IsJson: true } ? "json" : "html"];
        var recipe = new SourceRecipe { Order = order, List = list, Links = fields.List("links"), Detail = detail, Fixed = Fixed(fields) };
        foreach (var wrong in Contradictions(recipe, fields)) fields.Problem(line, wrong);
        foreach (var wrong in recipe.Links.Where(link => !link.TrimStart('!').StartsWith('/') && !(Uri.TryCreate(link, UriKind.Absolute, out var full) && full.Scheme is "http" or "https")))
        {
            fields.Problem(fields.Line("links"), $"«links» holds «{wrong}»; write paths, such as \"/course/*\", paths to leave out, such as \"!/course/*/*\", or full addresses.");
        }
        return recipe;
    }

    private static IEnumerable<string> Contradictions(SourceRecipe recipe, YamlFields fields)
    {
        var wanted = recipe.List is { IsJson: true } ? "json" : "html";
        if (recipe.List is null && !recipe.UsesSitemap && fields.Line("list") is null) yield return "«recipe» says not where the courses are listed; write list:, or order: [sitemap, …] with links:.";
        if (recipe.List is not null && !recipe.Order.Contains(wanted)) yield return $"«order» leaves out the list; write {wanted} into it, or take list: out.";
        if (recipe.Order.Contains(wanted == "json" ? "html" : "json") && recipe.List is not null && recipe.Order.Contains(wanted)) yield return "«order» names html and json; the list is one of them, see its format:.";
        if (recipe.UsesSitemap && recipe.Links.Count == 0) yield return "«order» names sitemap, which lists every page of the portal; say under links: which are courses, such as \"/course/*\".";
        var titled = recipe.UsesLinkedData || recipe.Detail?.Fields.Ways.ContainsKey("title") == true;
        if (!titled && (recipe.UsesSitemap || recipe.List?.Fields.Ways.ContainsKey("title") != true)) yield return "no field «title» is read; write it under list: or detail: fields:.";
        if (recipe.List is { } list && !list.Fields.Ways.ContainsKey("url")) yield return "«list» reads no field «url», by which courses are told apart and found; write it under fields:.";
    }

    private RecipeList List(YamlFields recipe, YamlFields fields)
    {
        foreach (var missing in ListNeeds.Where(key => fields.Line(key) is null)) fields.Problem(recipe.Line("list"), $"«list» lacks {missing}:.");
        var json = fields.Word("format") == "json";
        var ways = new WayReader(json, hasLabels: false, file, problems);
        var items = fields.List("items");
        foreach (var item in items) ways.IsPlace(item, "items", fields.Line("items"));
        foreach (var whole in fields.List("at").Where(at => at.Contains("://", StringComparison.Ordinal)))
        {
            fields.Problem(fields.Line("at"), $"«at: {whole}» is a full address; the lists lie below the portal's address:, so write only what follows it, such as /courses/.");
        }
        if (fields.Line("next") is not null && fields.Line("page") is { } twice) fields.Problem(twice, "«next» and «page» are two rules for one thing; keep one of them.");
        return new RecipeList
        {
            IsJson = json,
            At = fields.List("at"),
            Items = items,
            Next = ways.Read("next", fields.Value("next")),
            Page = fields.Fields("page") is { } page ? Paging(fields, page, ways) : null,
            Total = ways.Read("total", fields.Value("total")),
            Changes = fields.Fields("changes") is { } changes ? Changes(fields, changes) : null,
            Fields = Fields(fields.Fields("fields"), ways),
        };
    }

    private static RecipePaging Paging(YamlFields list, YamlFields fields, WayReader ways)
    {
        var paging = new RecipePaging(fields.Text("parameter"), fields.Text("at"));
        if (paging.Parameter is null == paging.At is null) list.Problem(list.Line("page"), "«page» needs parameter: or at:, and only one of them.");
        if (paging.At is { } at && !at.Contains("{}", StringComparison.Ordinal)) fields.Problem(fields.Line("at"), $"«at: {at}» holds no {{}} for the number.");
        return paging with
        {
            First = fields.Number("first", 0, 1000) ?? paging.First,
            Step = fields.Number("step", 1, 1000) ?? paging.Step,
            Mark = ways.Read("mark", fields.Value("mark")),
            Stop = fields.List("stop") is { Count: > 0 } stop ? stop : paging.Stop,
        };
    }

    private static RecipeChanges? Changes(YamlFields list, YamlFields fields)
    {
        var days = fields.Number("days", 1, 90) ?? 14;
        if (fields.Text("parameter") is { } parameter) return new(parameter, fields.Text("as") ?? "{}", days);
        list.Problem(list.Line("changes"), "«changes» lacks parameter:.");
        return null;
    }

    private RecipeDetail Detail(YamlFields fields)
    {
        var json = fields.Word("format") == "json";
        var labels = fields.Fields("labels") is { } inner ? Labels(fields, inner, json) : null;
        return new(fields.Text("at"), json, labels, Fields(fields.Fields("fields"), new WayReader(json, labels is not null, file, problems)));
    }

    private RecipeLabels? Labels(YamlFields detail, YamlFields fields, bool json)
    {
        if (json) detail.Problem(detail.Line("labels"), "«labels» is for HTML pages, and format: is json.");
        var selectors = new WayReader(json: false, hasLabels: true, file, problems);
        foreach (var key in LabelPlaces)
        {
            if (fields.Text(key) is { } text && (key, text) != ("value", "next")) selectors.IsSelector(text, key, fields.Line(key));
        }
        if (fields.Text("rows") is { } rows) return new(rows, fields.Text("name"), fields.Text("value"));
        detail.Problem(detail.Line("labels"), "«labels» lacks rows:.");
        return null;
    }

    private static RecipeFields Fields(YamlFields? fields, WayReader ways)
    {
        if (fields is null) return new();
        var dates = fields.Fields("instances");
        return new()
        {
            Ways = Ways(fields, ways),
            Runs = dates?.List("items").Where(item => ways.IsPlace(item, "items", dates.Line("items"))).ToList() ?? [],
            Dates = dates is null ? null : Ways(dates, ways),
        };
    }

    private static Dictionary<string, IReadOnlyList<RecipeWay>> Ways(YamlFields fields, WayReader ways) =>
        fields.Present.Where(key => key.Kind == KeyKind.Ways).ToDictionary(key => key.Name, key => ways.Read(key.Name, fields.Value(key.Name)), StringComparer.Ordinal);

    private static Dictionary<string, IReadOnlyList<string>> Fixed(YamlFields recipe)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (recipe.Fields("fixed") is not { } fields) return values;
        foreach (var key in fields.Present)
        {
            IReadOnlyList<string> given = key.Kind switch
            {
                KeyKind.Texts => fields.List(key.Name),
                KeyKind.Word => fields.Word(key.Name) is { } word ? [word] : [],
                _ => fields.Text(key.Name) is { } text ? [text] : [],
            };
            if (key.Name == "language" && given is [var language] && LanguageCode.Problem(language) is { } wrong) fields.Problem(fields.Line("language"), $"«language: {language}» {wrong}");
            values[key.Name] = given;
        }
        return values;
    }
}
